-- Numbers of resellers that are created, one sequence for the whole tree; those that come with an installation have smaller ones.
create sequence reseller_number minvalue 1000;
