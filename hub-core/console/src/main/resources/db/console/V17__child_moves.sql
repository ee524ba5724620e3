-- Decisions of the identity ledger by which persons went from one child to another, and whose conflicts of interest hold
-- there too since. Done once each: whoever takes a conflict out afterwards has taken it out.
create table console.child_move_followed (decision_id text primary key);

grant select, insert on console.child_move_followed to hub_console;
