package de.hypersoft.esolutions.kernel.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Hands the transaction's entity manager to whoever injects one. */
@ApplicationScoped
class Database {

    @PersistenceContext(unitName = "esolutions")
    @Produces
    private EntityManager entities;
}
