package app.tandem.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The images or labels of one split as the engine sees them, one row for each image. A direct buffer, such as a mapped
 * file, is read where it is.
 *
 * @param rows {@code (n, numbers)}
 * @param shape of one image's part, such as {@code (h, w, 3)}
 * @param isMap whether the second axis of {@code shape} is the width, along which a flip turns it over
 */
record EngineRows(NDArray rows, Shape shape, boolean isMap) {

    static EngineRows of(NDManager manager, ByteBuffer bytes, int count, DataType type, Shape shape, boolean isMap) {
        long numbers = shape.size();
        if (bytes.limit() != count * numbers * type.getNumOfBytes()) {
            throw new IllegalArgumentException(
                    "the buffer holds " + bytes.limit() + " bytes, not " + count + " rows of " + shape + " of " + type);
        }
        ByteBuffer direct = bytes.duplicate().order(ByteOrder.nativeOrder());
        if (!bytes.isDirect()) {
            direct = ByteBuffer.allocateDirect(bytes.limit()).order(ByteOrder.nativeOrder());
            direct.put(bytes.duplicate()).flip();
        }
        return new EngineRows(manager.create(direct, new Shape(count, numbers), type), shape, isMap);
    }

    /**
     * The rows of a batch, {@code (batch, shape…)}, flipped where the batch says so.
     *
     * @param index the batch's row numbers; the result belongs to its manager
     */
    NDArray gather(NDArray index, Batch batch) {
        NDArray gathered = JniUtils.embedding(Pass.engine(index), Pass.engine(rows), false);
        gathered.attach(index.getManager());
        NDArray whole = gathered.reshape(new Shape(batch.size()).addAll(shape));
        if (!isMap || !batch.hasFlips()) {
            return whole;
        }
        NDList parts = whole.split(new long[] {batch.firstFlipped()}, 0);
        return NDArrays.concat(new NDList(parts.get(0), parts.get(1).flip(2)), 0);
    }
}
