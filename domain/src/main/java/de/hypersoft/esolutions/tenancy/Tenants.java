package de.hypersoft.esolutions.tenancy;

import de.hypersoft.esolutions.kernel.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** All customers of the platform. */
@ApplicationScoped
@Transactional
public class Tenants {

    private final EntityManager entities;

    @Inject
    public Tenants(EntityManager entities) {
        this.entities = entities;
    }

    public void add(Tenant tenant) {
        entities.persist(tenant);
    }

    public Tenant get(TenantId id) {
        Tenant found = entities.find(Tenant.class, id.value());
        if (found == null) throw new NotFound("unknown-tenant", "there is no tenant " + id);
        return found;
    }

    public Optional<Tenant> bySlug(String slug) {
        return entities.createQuery("select t from Tenant t where t.slug = :slug", Tenant.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    public List<Tenant> all() {
        return entities.createQuery("select t from Tenant t order by t.name", Tenant.class)
                .getResultList();
    }
}
