import { folded } from '@/lib/core/folded';

/*
 * First names people here have. A list is never whole: it is for the many that end like other words do, and for those
 * that are typed without capitals.
 */

/** Nothing but names. */
const NAMES = `
Abdul Achim Adele Adem Agnes Agnieszka Ahmad Ahmed Ahmet Albert Alena Alex Alexander Alexandra Alfons Alfred Ali Alice Alina
Alwin Amalia Amina Amir Ana Anastasia Andrea Andreas Andrej Andrij Angela Angelika Anika Anita Anja Anke Ann Anna
Anne Annegret Anneliese Annelies Annemarie Annett Annette Anni Annika Antje Anton Antonia Ariane Arkadi Armin Arndt
Arno Arnold Arthur Artur Astrid Axel Aylin Ayse Bärbel Beate Ben Benedikt Benjamin Benno Bernd Bernhard Bert Berta
Berthold Bettina Bianca Birgit Birte Björn Bodo Boris Brigitte Britta Bruno Burkhard Carina Carl Carla Carlos Carmen Carola
Carolin Caroline Carsten Caterina Cem Chantal Charlotte Chiara Christa Christel Christian Christiane Christina Christine
Christoph Christopher Cindy Clara Claudia Claus Cornelia Corinna Dagmar Damian Dana Daniel Daniela Danny David Denis
Dennis Detlef Diana Dieter Dietmar Dirk Dmitri Dmytro Dominik Dora Doreen Doris Dorothea Dorothee Dragan Eberhard
Edeltraud Edgar Edith Eduard Egon Ekaterina Ekrem Elena Elfriede Elias Elif Elisa Elisabeth Elke Ella Ellen Elli Elsa
Elvira Emil Emily Emine Emma Emre Enrico Eric Erich Erik Erika Erna Ernestine Erwin Esther Eugen Eva Evelyn Ewa Ewald
Fabian Fatima Fatma Felix Ferdinand Fiona Florian Franz Franziska Frauke Frieda Friedemann Friederike Friedhelm
Friedrich Frida Fritz Gabi Gabriel Gabriela Gabriele Georg Gerald Gerd Gerda Gerhard Gerlinde Gertrud Gesine Giovanni
Gisela Gottfried Grazyna Gregor Greta Gudrun Guido Gunda Gunnar Günter Günther Gustav Hakan Halina Hanna Hannah Hanne
Hannelore Hannes Hans Harald Harry Hartmut Hasan Hassan Hatice Hedwig Heidi Heidrun Heike Heiko Heiner Heinrich Heinz
Helena Helene Helga Helmut Henri Henrik Henriette Henry Herbert Hermann Hilda Hilde Hildegard Holger Hubert Hugo
Hussein Ibrahim Ida Ilona Ilse Ines Inga Inge Ingeborg Ingo Ingolf Ingrid Irene Irina Irma Irmgard Isabel Isabella
Isabelle Ivan Ivana Iwan Jacqueline Jakob Jacob Jana Janek Janet Janina Janine Jannik Janusz Jaroslaw Jennifer Jenny
Jens Jessica Jessika Joachim Jochen Joanna Johann Johanna Johannes Jonas Jonathan Jörg Josef Josefine Joseph Juan
Judith Julia Julian Juliane Jürgen Justin Jutta Karin Karina Karl Karla Karlheinz Karola Karsten Katarzyna Kateryna
Katharina Kathleen Kathrin Katja Katrin Käthe Kerem Kerstin Kevin Khaled Kim Kirsten Klara Klaus Konrad Konstantin Krzysztof
Kurt Lara Larissa Lars Laura Lea Lena Leni Leon Leonhard Leonie Leopold Liesbeth Lina Linda Linus Lisa Liselotte Lothar
Lotte Louis Louisa Luca Lucas Lucia Ludmila Ludwig Luigi Luis Luisa Luise Lukas Lydia Magdalena Mahmoud Maik Maike
Malte Mandy Manfred Manuel Manuela Marcel Marco Marcus Marek Margarete Margarita Margit Margot Margret Maria Marianne
Marie Marija Mario Marion Marius Markus Marlene Marlies Marta Martha Marten Martin Martina Maryam Mathias
Mathilde Matteo Matthias Maurice Maximilian Mehmet Meike Melanie Melina Meryem Mia Michael Michaela Michal
Michel Miguel Mike Mila Minh Miriam Mirko Miroslav Mohamed Mohammad Mohammed Mona Monika Monique Moritz Muhammad Murat
Mustafa Nadine Nadja Nancy Natalia Natalie Natalja Natascha Nele Nicole Niklas Nico Nicolas Niko Nils Nina Nora Norbert
Noureddine Oksana Olaf Ole Olena Oleksandr Oleksij Olga Oliver Omar Oskar Osman Özlem Oswald Ottmar Otto Patricia Patrick
Patrik Paul Paula Pauline Pavel Pawel Peggy Peter Petr Petra Pia Piotr Philip Philipp Rachel Rafael Raik Rainer Ralf Ralph
Ramona Rebecca Regina Regine Reinhard Reinhold Renate Rene Reni Ria Ricarda Ricardo Richard Rico Rita Robert Roberto
Roland Rolf Romy Ronald Ronny Rosemarie Roswitha Rüdiger Rudi Rudolf Ruth Sabine Sabrina Salvatore Samir Samuel
Sandra Sandro Sandy Sara Sarah Sascha Saskia Sebastian Selina Serhij Sergej Sergei Siegfried Sieglinde Siegmar Sigmund
Sigrid Silke Silvia Silvio Simone Sofia Sofie Sonja Sophia Sophie Stanislaw Stefan Stefanie Steffen Steffi Stephan
Stephanie Susann Susanna Susanne Svetlana Swetlana Sven Swen Sybille Sylvia Tamara Tanja Tarek Tatiana Tatjana Thea
Theodor Theresa Therese Thomas Thorsten Tim Timo Tina Tino Tobias Toni Torsten Traudel Tom Tomasz Udo Ulf Ulla Ulli
Ulrich Ulrike Ümit Ursula Uschi Ute Uta Uwe Vanessa Vera Veronika Viktor Viktoria Vincent Volker Volkmar Volodymyr
Waldemar Walli Walter Waltraud Wanda Werner Wiebke Wilfried Wilhelm Wilhelmine Willi Willy Winfried Wladimir Wolfgang
Wolfram Xenia Yannick Yasmin Yulia Yusuf Yvonne Zeynep Zoran
`;

/** Words of their own, too: "Rosa" is a colour, "Roman" a book, "Max" a beginning. They count with capitals and a name beside them. */
const ALSO_WORDS = `
Ada Adam Andre August Bo Ed Else Ernst Flora Frank Grit Heide Hertha Herta Horst Iris Jan Jasmin Jo Jule Kai Kay Lee Leo Li
Luna Marc Marina Mark Max Merle Milan Noel Pascal Reiner Robin Roman Rosa Rose Ruben Simon Tilo Thilo Till Valentin Viola
Wolf Ying Yong
`;

const listOf = (names: string) => new Set(names.trim().split(/\s+/).map(folded));

let known: { names: ReadonlySet<string>; alsoWords: ReadonlySet<string> } | null = null;

/** @param word without hyphens, however it is written */
export function firstName(word: string): 'name' | 'maybe' | null {
  known ??= { names: listOf(NAMES), alsoWords: listOf(ALSO_WORDS) };
  const plain = folded(word);
  if (known.names.has(plain)) return 'name';
  return known.alsoWords.has(plain) ? 'maybe' : null;
}
