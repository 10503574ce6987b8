package app.tandem.training;

import app.tandem.loss.AffinityMatrix;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The affinities of a joint run so far, each averaged over the steps at which it was measured.
 *
 * @param steps how many steps were measured
 * @param lookahead TAG's affinity (Fifty et al., NeurIPS 2021): 1 − L_j(θ_s − η∇L_i) / L_j(θ_s), heads and batch the same
 * @param cosine of the gradients of L_i and L_j at the shared parameters
 * @param firstOrder η∇L_i · ∇L_j / L_j, to which the lookahead tends as η does to 0 (as in ETAP)
 */
public record JointAffinities(long steps, AffinityMatrix lookahead, AffinityMatrix cosine, AffinityMatrix firstOrder) {

    /** Ids of the three, as on the command line and in files. */
    public static final String LOOKAHEAD = "tag";

    public static final String COSINE = "cs";
    public static final String FIRST_ORDER = "etap";

    /** Each affinity as its mean over several joint runs; none of none. */
    public static List<AffinityMatrix> means(Collection<JointAffinities> runs) {
        List<AffinityMatrix> means = new ArrayList<>();
        for (int kind = 0; !runs.isEmpty() && kind < 3; kind++) {
            int which = kind;
            means.add(AffinityMatrix.mean(
                    runs.stream().map(run -> run.matrices().get(which)).toList()));
        }
        return means;
    }

    /** All three. */
    public List<AffinityMatrix> matrices() {
        return List.of(lookahead, cosine, firstOrder);
    }
}
