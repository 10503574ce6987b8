DROP TABLE result_loss;

DROP TABLE epoch_loss;

CREATE VIEW run_task AS
SELECT run.id AS run, task.key AS position, task.value AS task
FROM run, json_each('["' || replace(substr(network, 1, instr(network, '@') - 1), '+', '","') || '"]') AS task;

CREATE VIEW result_loss AS
SELECT run, measure, position, task, json_extract(losses, '$[' || position || ']') AS loss
FROM result_losses JOIN run_task USING (run)
WHERE json_extract(losses, '$[' || position || ']') IS NOT NULL;

CREATE VIEW epoch_loss AS
SELECT run, epoch, split, position, task, json_extract(losses, '$[' || position || ']') AS loss
FROM epoch_losses JOIN run_task USING (run)
WHERE json_extract(losses, '$[' || position || ']') IS NOT NULL;
