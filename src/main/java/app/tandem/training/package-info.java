/**
 * Trains one network: encoder, heads, losses and the loop, on DJL's PyTorch engine. Images are {@code (n, h, w, 3)} bytes
 * and labels arrays; no files but the checkpoint, no processes.
 */
@NullMarked
package app.tandem.training;

import org.jspecify.annotations.NullMarked;
