-- What is known of each subject, of which the console shows the clocks that run. A projection, as those of V1.
create table console.subject (
  subject text primary key,
  value bytea not null
);

grant select, insert, update, delete on console.subject to hub_console;
