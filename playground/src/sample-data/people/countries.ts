/** Where the sample people live, and what they are called there. */
export interface Country {
  code: string;
  weight: number;
  language: string;
  timezone: string;
  cities: string[];
  women: string[];
  men: string[];
  /** `[for women, for men]` where they differ. */
  surnames: (string | [string, string])[];
  /** Numbers set aside for fiction, so that nobody is rung up; # is a digit. */
  phone: string | null;
}

export const countries: Country[] = [
  {
    code: 'CZ',
    weight: 18,
    language: 'cs',
    timezone: 'Europe/Prague',
    cities: ['Praha', 'Brno', 'Ostrava', 'Plzeň', 'Olomouc'],
    women: ['Jana', 'Eva', 'Lucie', 'Tereza', 'Markéta', 'Klára', 'Veronika', 'Hana'],
    men: ['Jan', 'Petr', 'Tomáš', 'Martin', 'Jakub', 'Ondřej', 'Lukáš', 'Marek'],
    surnames: [
      ['Nováková', 'Novák'],
      ['Dvořáková', 'Dvořák'],
      ['Svobodová', 'Svoboda'],
      ['Černá', 'Černý'],
      ['Procházková', 'Procházka'],
      ['Veselá', 'Veselý'],
      ['Horáková', 'Horák'],
      ['Šimková', 'Šimek'],
    ],
    phone: null,
  },
  {
    code: 'DE',
    weight: 20,
    language: 'de',
    timezone: 'Europe/Berlin',
    cities: ['Berlin', 'Hamburg', 'Leipzig', 'München', 'Köln', 'Bremen'],
    women: ['Anna', 'Lena', 'Katrin', 'Sabine', 'Julia', 'Franziska', 'Miriam', 'Greta'],
    men: ['Jonas', 'Felix', 'Stefan', 'Lars', 'Matthias', 'Paul', 'Emre', 'Jürgen'],
    surnames: ['Müller', 'Schröder', 'Weiß', 'Becker', 'Hoffmann', 'Krüger', 'Yılmaz', 'Vogt'],
    phone: '+493023125###',
  },
  {
    code: 'GB',
    weight: 20,
    language: 'en-GB',
    timezone: 'Europe/London',
    cities: ['London', 'Bristol', 'Leeds', 'Edinburgh', 'Cardiff', 'Whitby'],
    women: ['Emma', 'Charlotte', 'Priya', 'Isla', 'Rosie', 'Megan', 'Aisha', 'Harriet'],
    men: ['Oliver', 'Callum', 'Rhys', 'George', 'Arjun', 'Jack', 'Samuel', 'Tariq'],
    surnames: ['Hughes', 'Patel', 'O’Neill', 'Walker', 'Campbell', 'Ahmed', 'Reed', 'Fletcher'],
    phone: '+447700900###',
  },
  {
    code: 'FR',
    weight: 12,
    language: 'fr',
    timezone: 'Europe/Paris',
    cities: ['Paris', 'Nantes', 'Lyon', 'Bordeaux', 'Brest'],
    women: ['Camille', 'Élodie', 'Inès', 'Chloé', 'Margaux', 'Noémie'],
    men: ['Julien', 'Théo', 'Mathis', 'Hugo', 'Loïc', 'Karim'],
    surnames: ['Lefèvre', 'Moreau', 'Garnier', 'Benali', 'Le Goff', 'Rousseau', 'Marchand'],
    phone: '+3363998####',
  },
  {
    code: 'PL',
    weight: 9,
    language: 'pl',
    timezone: 'Europe/Warsaw',
    cities: ['Warszawa', 'Kraków', 'Gdańsk', 'Wrocław', 'Poznań'],
    women: ['Agnieszka', 'Zofia', 'Magdalena', 'Karolina', 'Małgorzata', 'Ola'],
    men: ['Paweł', 'Michał', 'Krzysztof', 'Wojciech', 'Kacper', 'Łukasz'],
    surnames: [
      ['Kowalska', 'Kowalski'],
      ['Wiśniewska', 'Wiśniewski'],
      'Wójcik',
      ['Zielińska', 'Zieliński'],
      'Mazur',
      ['Dąbrowska', 'Dąbrowski'],
    ],
    phone: null,
  },
  {
    code: 'ES',
    weight: 8,
    language: 'es',
    timezone: 'Europe/Madrid',
    cities: ['Madrid', 'Barcelona', 'Valencia', 'Sevilla', 'Bilbao'],
    women: ['Lucía', 'Carmen', 'Marta', 'Nuria', 'Sofía', 'Pilar'],
    men: ['Álvaro', 'Diego', 'Javier', 'Pablo', 'Íñigo', 'Sergio'],
    surnames: ['García Ruiz', 'Muñoz Vega', 'Serrano Gil', 'Ibáñez Soler', 'Castro León', 'Peña'],
    phone: null,
  },
  {
    code: 'SE',
    weight: 7,
    language: 'sv',
    timezone: 'Europe/Stockholm',
    cities: ['Stockholm', 'Göteborg', 'Malmö', 'Uppsala'],
    women: ['Astrid', 'Elin', 'Saga', 'Linnéa', 'Maja', 'Åsa'],
    men: ['Erik', 'Nils', 'Oskar', 'Gustav', 'Björn', 'Hugo'],
    surnames: ['Lindqvist', 'Åkesson', 'Bergström', 'Nyström', 'Holm', 'Söderberg'],
    phone: '+467017406##',
  },
  {
    code: 'JP',
    weight: 3,
    language: 'ja',
    timezone: 'Asia/Tokyo',
    cities: ['Tōkyō', 'Kyōto', 'Fukuoka'],
    women: ['Haruka', 'Yui', 'Sakura', 'Aoi'],
    men: ['Haruto', 'Ren', 'Kenji', 'Sōta'],
    surnames: ['Satō', 'Tanaka', 'Itō', 'Yamamoto'],
    phone: null,
  },
  {
    code: 'BR',
    weight: 3,
    language: 'pt-BR',
    timezone: 'America/Sao_Paulo',
    cities: ['São Paulo', 'Curitiba', 'Recife'],
    women: ['Beatriz', 'Larissa', 'Júlia', 'Conceição'],
    men: ['João', 'Thiago', 'Rafael', 'Caio'],
    surnames: ['Silva', 'Gonçalves', 'Araújo', 'Monteiro'],
    phone: null,
  },
];
