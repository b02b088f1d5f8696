update sync.received_catalog set document = replace(document, '"allergens":[]', '"allergens":null')
    where document like '%"allergens":[]%';
