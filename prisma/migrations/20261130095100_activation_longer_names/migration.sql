-- Names of formats and titles of surveys may be as long as those of other things.
ALTER TABLE "activation_formats" DROP CONSTRAINT "activation_formats_lengths";
ALTER TABLE "activation_formats" ADD CONSTRAINT "activation_formats_lengths" CHECK (
  char_length("name") BETWEEN 1 AND 120 AND char_length("short_description") BETWEEN 1 AND 300
  AND greatest(char_length("goal"), char_length("target_groups"), char_length("accessibility"), char_length("reason")) <= 300
  AND greatest(char_length("preparation"), char_length("chances"), char_length("risks"), char_length("materials")) <= 600
  AND greatest(char_length("duration"), char_length("frequency")) <= 80 AND char_length("public_name") <= 120
  AND char_length("procedure") <= 2000 AND greatest(char_length("public_text"), char_length("public_learnt")) <= 600);
ALTER TABLE "activation_surveys" DROP CONSTRAINT "activation_surveys_lengths";
ALTER TABLE "activation_surveys" ADD CONSTRAINT "activation_surveys_lengths" CHECK (
  "code" ~ '^[34679ACDEFGHJKMNPQRTWXY]{6}$' AND char_length("title") BETWEEN 1 AND 120 AND char_length("intro") BETWEEN 1 AND 400
  AND char_length("summary") <= 2000 AND char_length("quotes") <= 1500);
