/** Alipay's signatures: the text that is signed, RSA and RSA2, keys, and signed responses. Knows no agreement. */
@NullMarked
package org.paysign.signature;

import org.jspecify.annotations.NullMarked;
