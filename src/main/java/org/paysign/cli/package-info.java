/** The command line: one class a verb. */
@NullMarked
package org.paysign.cli;

import org.jspecify.annotations.NullMarked;
