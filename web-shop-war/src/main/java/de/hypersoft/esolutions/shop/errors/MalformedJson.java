package de.hypersoft.esolutions.shop.errors;

import jakarta.ws.rs.BadRequestException;

/** The body is no JSON of the shape that is read here. */
public final class MalformedJson extends BadRequestException {
    public MalformedJson(Throwable cause) {
        super(cause);
    }
}
