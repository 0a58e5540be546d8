/** From an unsign request to an agreement that has ended: read, asked of Alipay, verified, answered. */
@NullMarked
package org.paysign.unsign;

import org.jspecify.annotations.NullMarked;
