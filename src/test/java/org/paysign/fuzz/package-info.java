/** What the targets for Jazzer share; run by the profile {@code fuzz}. */
@NullMarked
package org.paysign.fuzz;

import org.jspecify.annotations.NullMarked;
