insert into kernel.duty (name) values ('unbooked-orders');
