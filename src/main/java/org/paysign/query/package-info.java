/** Asking Alipay about an agreement: the question, its signed answer, and when to ask again. */
@NullMarked
package org.paysign.query;

import org.jspecify.annotations.NullMarked;
