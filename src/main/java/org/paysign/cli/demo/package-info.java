/** The demonstration: every scenario of the contract once, played from the outside through real queues and ports. */
@NullMarked
package org.paysign.cli.demo;

import org.jspecify.annotations.NullMarked;
