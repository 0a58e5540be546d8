/** Tells what a text for or from Alipay is, whether its signature fits, and if not, what was done to it. */
@NullMarked
package org.paysign.inspect;

import org.jspecify.annotations.NullMarked;
