package org.paysign.sandbox;

/** Whoever answers at one path and method. */
public interface Endpoint {
    Reply answer(Call call);
}
