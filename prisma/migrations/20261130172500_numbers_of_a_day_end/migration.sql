-- Nobody waits behind two hundred: whoever draws on only fills the list in the waiting room. Those of today stay.
ALTER TABLE "counselling"."walk_ins" ADD CONSTRAINT "walk_ins_of_a_day" CHECK ("number" BETWEEN 1 AND 200) NOT VALID;
