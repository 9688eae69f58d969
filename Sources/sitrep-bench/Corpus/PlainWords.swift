// The words of plain news. Places, teams and companies are made up or neutral; sentences speak of nothing real.
extension PlainNews {
    static let headlines = [
        "{team} beat {team} {number}-{number} to go top of the table",
        "Shares in {company} fall after weak {season} sales",
        "{city} council votes for a new {building}", "Review: {name}'s {adjective} return to the stage",
        "Rain and wind to ease by {weekday}", "{company} names {name} as chief executive",
        "Minister {surname} defends plan for {thing}", "What we know about the row over {thing}",
    ]

    static let sentences: [[String]] = [sport, business, politics, culture, weather, city, science]

    private static let sport = [
        "{team} came from behind to beat {team} {number}-{number} on {weekday} and stay {number} points clear.",
        "\"We were {adjective} in the first half, but the players kept their heads,\" manager {name} said.",
        "{surname}, {number}, opened the scoring after {number} minutes with a {adjective} shot from the edge of the area.",
        "The striker has now scored in each of his last {number} games and signed a new contract until {year}.",
        "{team} have not won away since {month} {day}, and their supporters let the board know what they thought of it.",
        "It was the first time since {year} that the club had reached the semi-final.",
        "{name} won the first set 6-4 but dropped the next two in front of a {adjective} crowd in {city}.",
        "Rain delayed the start by {number} minutes, and the umpires looked at the pitch three times before play.",
        "The captain limped off with a knee injury and is a doubt for {weekday}'s match against {team}.",
        "\"It is one game at a time for us now,\" {surname} told reporters afterwards.",
    ]

    private static let business = [
        "Shares in {company} fell {decimal}% to {number}.{number} after the group cut its forecast for the {season} quarter.",
        "Revenue rose {decimal} percent to ${decimal} billion, helped by demand for {thing} in Asia.",
        "The central bank left its main rate at {decimal}%, in line with what most economists had expected.",
        "{name}, an analyst at {company}, said investors had been {adjective} about the outlook for months.",
        "\"Customers are buying smaller packs and waiting for offers,\" chief executive {name} said in a call with investors.",
        "The company, which was founded in {year}, runs {number} stores and a large warehouse outside {city}.",
        "Oil was up {decimal}% at ${number} a barrel, while gold hardly moved.",
        "Unions at {company} will vote next week on an offer that would raise pay by {decimal}% from {month}.",
        "The deal values {company} at about ${decimal} billion, including debt, and should close by the end of {year}.",
        "Regulators in {city} want to know whether the two firms shared prices for {thing}.",
        "Exports of {thing} have been weak since {month}, according to figures from the statistics office.",
    ]

    private static let politics = [
        "{name}, the opposition's spokesman on {thing}, called the plan \"{adjective} and far too late\".",
        "The bill passed by {number} votes to {number} after a debate that went on until after midnight.",
        "Ministers want to change the rules on {thing} before the election, which must be held by {month} {year}.",
        "\"Nobody in this room believes those promises any more,\" {surname} told parliament on {weekday}.",
        "The prime minister is due to meet her counterpart in {city} next {weekday} to talk about {thing}.",
        "A poll for the {weekday} edition of a {city} newspaper put the party at {number} percent, down {number} points.",
        "The {adjective} letter, signed by {number} members, asks for an inquiry into how the contract was given out.",
        "Critics say the reform does little for {thing} and leaves towns such as {city} to find the money themselves.",
        "The committee will hear from {name} and two former ministers before it reports in {month}.",
        "Officials declined to comment on the details of the talks, which have gone on behind closed doors for weeks.",
    ]

    private static let culture = [
        "{name}'s new film opens with a {adjective} shot of {city} at dawn and never quite lets go.",
        "The exhibition, which runs until {month} {day}, brings together {number} drawings that have hardly been seen.",
        "\"I wanted to write about people who stay,\" the author, {number}, says over tea in a cafe near the {building}.",
        "Her second record, made in {city} with {name}, is quieter and more {adjective} than the first.",
        "The orchestra will play works by {surname} and {surname} under its new conductor on {weekday}.",
        "Tickets for the festival cost between ${number} and ${number} and go on sale at 10am on {weekday}.",
        "Not all of it works: the second act is too long, and the songs about {thing} feel {adjective}.",
        "The book tells the story of a family in {city} between {year} and the present day.",
        "Readers who loved the first novel will find the same {adjective} voice here, and the same jokes.",
    ]

    private static let weather = [
        "Temperatures will reach {number} degrees in the south on {weekday}, with a {adjective} breeze along the coast.",
        "A band of rain moves east during the morning and clears {city} by late afternoon.",
        "Forecasters expect {number} to {number} mm of rain over the hills and a little snow above 900 metres.",
        "It has been the driest {month} since {year}, and gardeners in {city} have been asked to use less water.",
        "Drivers should allow more time for their journeys on {weekday} because of fog, the weather service said.",
        "The outlook for next week is {adjective}, with sunny spells and light winds.",
    ]

    private static let city = [
        "The {building} on {surname} Street will close from {month} for repairs that are expected to take {number} weeks.",
        "Neighbours have complained about noise from the {building} and say the council has been {adjective}.",
        "\"We only found out when the fence went up,\" said {name}, who has lived nearby since {year}.",
        "A spokeswoman for the council said buses on routes {number} and {number} would run a little later on {weekday}.",
        "The {adjective} plan would bring trees, benches and a cycle lane to the square in front of the {building}.",
        "Parents at the school raised ${large} with a sponsored walk along the river.",
        "The old {building} was sold at auction for ${large} and may become a hotel.",
        "Work on the bridge, which opened in {year}, is running about {number} months late.",
        "Residents can comment on the plans until {month} {day} at the {building} or online.",
    ]

    private static let science = [
        "Researchers in {city} have found a {adjective} way to store heat from the sun in common salt.",
        "The study, published on {weekday}, followed volunteers between the ages of {number} and {number} for {number} years.",
        "\"We did not expect such a clear signal,\" said {name}, who led the work at the university.",
        "The telescope, {number} metres across, will look at galaxies whose light set out billions of years ago.",
        "The phone has a {decimal}-inch screen, two cameras and a battery that lasts about {number} hours.",
        "Version {number}.{number} of the program fixes an error that made it lose {thing} after an update.",
        "Children who read for pleasure did better in tests of {thing}, although the effect was small.",
        "The {adjective} finding adds to doubts about a theory first put forward in {year}.",
        "A spacecraft that left in {year} has sent back pictures of craters and {adjective} plains.",
    ]

    /// What crisis reports tell between their numbers.
    static let context = [
        "Rescue workers dug through the rubble with their hands as relatives waited in the street in {city}.",
        "Residents said they had heard explosions through the night and that many of the wounded lay in corridors.",
        "The foreign minister arrived in {city} on {weekday} for talks on a ceasefire that mediators have sought since {month}.",
        "\"We sleep in our clothes so that we can run,\" said {name}, a teacher who fled with her neighbours.",
        "Aid groups have warned that the road is too dangerous for convoys and that clinics are short of medicine.",
        "The army did not immediately comment, and the account could not be independently verified.",
        "A spokesman for the rebels denied that its fighters had attacked the town or killed civilians.",
        "Schools and mosques have been turned into shelters, and families cook on open fires in the yards.",
        "The United Nations called on all sides to let help through and to protect hospitals and those who work in them.",
        "Hundreds of houses by the river were washed away, and the water had not gone down by {weekday} evening.",
        "{name}, a doctor at the hospital in {city}, said the injured kept coming and that he had stopped counting.",
        "The president, on a visit to the area, promised that the dead would be honoured and that homes would be rebuilt.",
        "Analysts say the fighting, which broke out in {year}, has drawn in neighbours who arm one side or the other.",
        "Health officials urged people to boil their water and to bring anyone with a fever to a clinic at once.",
        "Talks in {city} broke down in {month} over the question of prisoners, whom each side accuses the other of holding.",
        "Along the border, trucks loaded with flour and blankets stood in a long line, waiting for papers to be stamped.",
    ]

    static let first = [
        "Anna", "Daniel", "Maria", "Peter", "Laura", "James", "Sofia", "Thomas", "Elena", "Martin", "Julia", "David",
        "Claire", "Victor", "Nora", "Simon", "Helen", "Marcus", "Irene", "Paul", "Alice", "Robert", "Emma", "George",
        "Lucía", "André", "Zoë", "Jürgen", "Søren", "Agnès", "Jonas", "Ruth", "Oscar", "Vera", "Felix", "Clara",
    ]

    static let syllables = [
        "al", "ber", "car", "dor", "el", "fen", "gar", "hol", "in", "jen", "kel", "lan", "mor", "nev", "or", "pel",
        "quin", "ros", "sal", "tor", "ul", "ven", "wes", "yar", "zel", "ham", "son", "ley", "ton", "field", "berg",
        "strom", "win", "well", "by", "ford", "mann", "ski", "ett", "ard", "ing", "mer", "ter", "dale", "cott",
    ]

    static let words: [String: [String]] = [
        "team": [
            "Rovers", "United", "Albion", "Northgate", "Harbour City", "Wanderers", "Athletic", "Eastfield", "Dynamo",
            "the Foxes", "the Harriers", "Olympia", "Castle Park", "the visitors", "the hosts", "Riverside",
        ],
        "company": [
            "Norvane", "Helix Foods", "Castellan Group", "Brightwater", "Omnivar", "Tessera", "Lindqvist & Sons",
            "Pale Harbour Bank", "Aurum Motors", "Quillon", "Verity Air", "Halden Steel", "Sunfold Energy",
        ],
        "city": [
            "Lisbon", "Vienna", "Oslo", "Toronto", "Leeds", "Porto", "Bergen", "Lyon", "Austin", "Denver", "Kyoto",
            "Melbourne", "Bristol", "Ghent", "Turin", "Helsinki", "Boston", "Auckland", "Seville", "Hamburg", "Osaka",
            "Cork", "Zurich", "Malmö", "Kraków", "Brno", "Chicago", "Madrid", "Perth", "Dublin", "Montreal",
        ],
        "weekday": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        "month": [
            "January", "February", "March", "April", "June", "July", "August", "September", "October", "November",
            "December",
        ],
        "season": ["first", "second", "third", "fourth", "spring", "summer", "winter"],
        "building": [
            "library", "station", "theatre", "swimming pool", "market hall", "town hall", "museum", "stadium", "mill",
            "brewery", "concert hall", "lighthouse", "cinema", "leisure centre", "bridge", "post office", "arcade",
        ],
        "thing": [
            "housing", "school meals", "broadband", "rail fares", "pensions", "electric cars", "milk", "coffee",
            "semiconductors", "wine", "copper", "data", "parking", "tourism", "advertising", "furniture", "software",
            "memory", "apprenticeships", "planning", "fishing quotas", "childcare", "chocolate", "television rights",
            "music", "water bills", "copyright", "immigration", "farm subsidies", "air travel", "online gambling",
        ],
        "adjective": [
            "quiet", "bold", "patient", "clever", "dull", "careful", "curious", "bright", "gentle", "stubborn",
            "graceful", "modest", "sharp", "uneven", "warm", "elegant", "tense", "nervous", "funny", "restless",
            "thoughtful", "cautious", "remarkable", "ordinary", "confident", "unusual", "sober", "lively", "plain",
            "generous", "awkward", "steady", "fresh", "tired", "ambitious", "vague", "polished", "odd", "brisk",
        ],
    ]
}
