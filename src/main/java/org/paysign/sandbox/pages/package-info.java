/**
 * The pages of the sandbox: a phone to sign on, the journey of an agreement as it happens, and the list of all. They look
 * on: at the bundle's tables, its MBeans and its queues.
 */
@NullMarked
package org.paysign.sandbox.pages;

import org.jspecify.annotations.NullMarked;
