/** Alipay's asynchronous notices: decoded once, verified, matched with what is stored, recorded before they are answered. */
@NullMarked
package org.paysign.notify;

import org.jspecify.annotations.NullMarked;
