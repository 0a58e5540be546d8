/**
 * The outside world in one process: a fake Alipay, the customer's phone, the merchant's endpoints and a broker; it shares
 * no code with the bundle, so that a mistake of the bundle's signer cannot hide here.
 */
@NullMarked
package org.paysign.sandbox;

import org.jspecify.annotations.NullMarked;
