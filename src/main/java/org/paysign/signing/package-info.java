/** From a sign request to the signStr that my.paySignCenter takes. */
@NullMarked
package org.paysign.signing;

import org.jspecify.annotations.NullMarked;
