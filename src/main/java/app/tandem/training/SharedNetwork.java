package app.tandem.training;

import ai.djl.ndarray.NDArray;
import app.tandem.study.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * One encoder with one head per task (hard sharing): the layout of its parameters and its forward pass.
 *
 * <p>The encoder's parameters come first in the layout, so that its gradient is one stretch.
 */
final class SharedNetwork {

    private final EncoderPlan plan;
    private final List<HeadPlan> headPlans = new ArrayList<>();
    private final ParameterLayout parameters = new ParameterLayout();
    private final ParameterLayout statistics = new ParameterLayout();
    private final List<Layers.Layer> encoder;
    private final int encoderLength;
    private final List<Layers.Layer> heads = new ArrayList<>();

    SharedNetwork(EncoderPlan plan, List<Task> tasks) {
        this.plan = plan;
        encoder = encoder(plan);
        encoderLength = parameters.length();
        for (Task task : tasks) {
            HeadPlan head = HeadPlan.of(task.kind(), plan);
            headPlans.add(head);
            heads.add(head(task.id(), head));
        }
    }

    EncoderPlan plan() {
        return plan;
    }

    /** The plans of the heads, in the order of the tasks. */
    List<HeadPlan> headPlans() {
        return List.copyOf(headPlans);
    }

    long headMultiplyAdds() {
        return headPlans.stream().mapToLong(HeadPlan::multiplyAdds).sum();
    }

    ParameterLayout parameters() {
        return parameters;
    }

    ParameterLayout statistics() {
        return statistics;
    }

    /** Floats of the encoder at the start of the parameters. */
    int encoderLength() {
        return encoderLength;
    }

    /** The shared representation {@code (batch, exit, s/4, s/4)} of images {@code (batch, 3, s, s)}. */
    NDArray encode(Pass pass, NDArray images) {
        NDArray x = images;
        for (Layers.Layer layer : encoder) {
            x = layer.forward(pass, x);
        }
        return x;
    }

    /**
     * A head's prediction: {@code (batch, detail² · outputs, s/4, s/4)} for a dense one, the outputs of one value side by
     * side; {@code (batch, outputs, 1, 1)} for a pooled one.
     */
    NDArray predict(Pass pass, int head, NDArray representation) {
        return heads.get(head).forward(pass, representation);
    }

    private List<Layers.Layer> encoder(EncoderPlan plan) {
        String purpose = "encoder/" + plan.depth().id() + "/" + plan.size() + "/";
        Layers layers = new Layers("encoder.", purpose, parameters, statistics);
        List<Layers.Layer> stages = new ArrayList<>();
        stages.add(layers.strided("stem", 3, plan.stemWidth()));
        stages.add(layers.strided("entry", plan.stemWidth(), plan.entryWidth()));
        stages.add(layers.separableRectified("widen", plan.entryWidth(), plan.middleWidth()));
        for (int block = 1; block <= plan.middleBlocks(); block++) {
            stages.add(layers.residual("middle" + block, plan.middleWidth()));
        }
        stages.add(layers.separableRectified("exit", plan.middleWidth(), plan.exitWidth()));
        return List.copyOf(stages);
    }

    private Layers.Layer head(String task, HeadPlan head) {
        Layers layers = new Layers("head." + task + ".", "head/" + task + "/", parameters, statistics);
        Layers.Layer first = layers.separableRectified("first", head.inputWidth(), HeadPlan.HIDDEN);
        if (head.isPooled()) {
            Layers.Layer last = layers.output("last", HeadPlan.HIDDEN, head.outputs(), HeadPlan.POOLED);
            return (pass, x) -> last.forward(pass, pass.averageTo(first.forward(pass, x), HeadPlan.POOLED));
        }
        Layers.Layer last = layers.output("last", HeadPlan.HIDDEN, head.detail() * head.detail() * head.outputs(), 1);
        return (pass, x) -> last.forward(pass, first.forward(pass, x));
    }
}
