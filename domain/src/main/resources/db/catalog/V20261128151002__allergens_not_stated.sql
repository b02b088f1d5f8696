-- Until now a dish without any statement was stored as one without allergens. Which of the two it was is not known any
-- more, so it counts as not stated until the next load.
update catalog.menu_version set document = replace(document, '"allergens":[]', '"allergens":null')
    where document like '%"allergens":[]%';
