/** The edge of the queues: reading a message, finding where its reply goes, and parking what cannot be processed. */
@NullMarked
package org.paysign.queue;

import org.jspecify.annotations.NullMarked;
