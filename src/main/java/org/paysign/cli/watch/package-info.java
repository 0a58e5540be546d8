/** Looks into a running bundle from outside its rooms: which route takes which message. */
@NullMarked
package org.paysign.cli.watch;

import org.jspecify.annotations.NullMarked;
