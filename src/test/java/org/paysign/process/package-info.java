/** Tests on PaySign as a process of its own: killed, watched from outside, refused at its start. */
@NullMarked
package org.paysign.process;

import org.jspecify.annotations.NullMarked;
