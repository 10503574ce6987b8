package app.tandem.run;

import app.tandem.study.EncoderDepth;
import app.tandem.study.Fraction;
import app.tandem.study.LossFunction;
import app.tandem.study.Network;
import app.tandem.study.Schedule;
import app.tandem.study.Setting;
import app.tandem.study.Task;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code job.json}, version 1. */
final class JobJson {

    static final int VERSION = 1;

    private JobJson() {}

    static byte[] write(Job job) {
        ObjectNode root = JsonFields.object();
        root.put("version", VERSION);
        root.put("network", job.network().key(job.taskIds()));
        root.put("seed", job.seed());
        ArrayNode tasks = root.putArray("tasks");
        for (Task task : job.tasks()) {
            ObjectNode node = tasks.addObject();
            node.put("id", task.id());
            node.put("kind", TaskKindText.write(task.kind()));
            node.put("loss", task.loss().name());
            node.put("weight", task.weight());
            node.put("flips", task.flips());
        }
        writeSetting(root.putObject("setting"), job.setting());
        root.put("dataset_cache", job.datasetCache().toString());
        root.put("data_hash", job.dataHash());
        root.put("device", job.device().toString());
        root.put("threads", job.threads());
        root.put("multiply_adds", job.work().multiplyAdds());
        root.put("training_images", job.work().trainingImages());
        if (job.affinityEvery() > 0) {
            root.put("affinity_every", job.affinityEvery());
        }
        return JsonFields.bytes(root);
    }

    private static void writeSetting(ObjectNode node, Setting setting) {
        Schedule schedule = setting.schedule();
        node.put("name", setting.name());
        node.put("depth", setting.depth().id());
        node.put("share", setting.share().toString());
        node.put("input_size", setting.inputSize());
        node.put("epochs", schedule.epochs());
        node.put("batch", schedule.batch());
        node.put("learning_rate", schedule.learningRate());
        node.put("decay", schedule.decay().name());
        node.put("warmup", schedule.warmup());
        node.put("momentum", schedule.momentum());
        node.put("weight_decay", schedule.weightDecay());
        if (Double.isInfinite(schedule.clipNorm())) {
            node.put("clip_norm", "Infinity");
        } else {
            node.put("clip_norm", schedule.clipNorm());
        }
    }

    /** @throws RuntimeException if it is not what {@link #write} gives */
    static Job read(byte[] text) {
        JsonFields root = JsonFields.parse(text);
        root.requireVersion(VERSION);
        List<Task> tasks = new ArrayList<>();
        for (JsonNode node : root.array("tasks")) {
            JsonFields task = new JsonFields(node);
            tasks.add(new Task(
                    task.text("id"),
                    task.text("id"),
                    TaskKindText.read(task.text("kind")),
                    LossFunction.valueOf(task.text("loss")),
                    task.number("weight"),
                    task.flag("flips")));
        }
        return new Job(
                tasks,
                Network.parse(root.text("network"), tasks.stream().map(Task::id).toList()),
                readSetting(root.object("setting")),
                root.integer("seed"),
                Path.of(root.text("dataset_cache")),
                root.text("data_hash"),
                Device.parse(root.text("device")),
                root.integer("threads"),
                new Job.Work(root.whole("multiply_adds"), root.integer("training_images")),
                root.has("affinity_every") ? root.integer("affinity_every") : 0);
    }

    private static Setting readSetting(JsonFields setting) {
        return new Setting(
                setting.text("name"),
                EncoderDepth.parse(setting.text("depth")),
                Fraction.parse(setting.text("share")),
                setting.integer("input_size"),
                new Schedule(
                        setting.integer("epochs"),
                        setting.integer("batch"),
                        setting.number("learning_rate"),
                        Schedule.Decay.valueOf(setting.text("decay")),
                        setting.number("warmup"),
                        setting.number("momentum"),
                        setting.number("weight_decay"),
                        setting.number("clip_norm")));
    }
}
