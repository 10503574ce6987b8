/** The vocabulary of a study and the user's design: pure values, edits that can be undone, nothing but the JDK. */
@NullMarked
package app.tandem.study;

import org.jspecify.annotations.NullMarked;
