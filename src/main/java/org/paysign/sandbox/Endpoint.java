package org.paysign.sandbox;

/** Whoever answers at one path and method. */
interface Endpoint {
    Reply answer(Call call);
}
