/** Calls of Alipay's gateway: what is asked of it, signed, and where it goes. */
@NullMarked
package org.paysign.gateway;

import org.jspecify.annotations.NullMarked;
