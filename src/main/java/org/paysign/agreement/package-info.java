/** The words of the domain: keys, states, signals and the decision what a set of signals means. */
@NullMarked
package org.paysign.agreement;

import org.jspecify.annotations.NullMarked;
