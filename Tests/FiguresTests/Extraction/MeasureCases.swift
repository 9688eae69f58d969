/// Sentences for each measure; the marks are the figures.
enum MeasureCases {
    static let fire = [
        // deaths
        "The blast killed «24|deaths» people near the market.",
        "«Nine|deaths» villagers died when the bridge gave way.",
        "The death toll has risen to «312|deaths», the ministry said.",
        "Rescuers recovered «17|deaths» bodies from the river.",
        "«Forty-one|deaths» miners lost their lives underground.",
        "«One|deaths» person was killed in the shelling.",
        "The shelling left «6|deaths» dead and «19|injured» wounded.",
        "Gunmen shot dead «3|deaths» teachers at the school.",
        "A man aged 28 and «24|deaths» others were killed.",
        "The army lost «11|deaths» commandos in the raid.",
        "The war took «100,000|deaths» lives in all.",
        "The number of dead rose to «83|deaths», up from «78|deaths» a day earlier.",
        // casualties
        "The battle caused «350|casualties» casualties, among them dead and wounded.",
        "At least «500|casualties» people were killed or wounded in the week of fighting.",
        "Mines have killed or injured «1,100|casualties» people since 2015.",
        "More than «60|casualties» people were killed and injured when the trains collided.",
        // injured
        "The crash injured «33|injured» passengers.",
        "«Eighteen|injured» people were wounded in the raid.",
        "Another «120|injured» were hurt, some of them badly.",
        "Hospitals took in «56|injured» wounded civilians overnight.",
        // missing
        "«12|missing» fishermen are still missing after the storm.",
        "Some «200|missing» people remain unaccounted for.",
        "«Thirty|missing» villagers are feared buried under the mud.",
        "The search goes on for «8|missing» missing climbers.",
        "About «45|missing» people are believed trapped under the rubble.",
        // detained
        "The militants hold «85|detained» hostages.",
        "Police arrested «64|detained» people during the protests.",
        "Gunmen abducted «27|detained» schoolgirls from their dormitory.",
        "«19|detained» journalists are being held in the capital.",
        "The army captured «150|detained» prisoners of war.",
        "The gang kidnapped «five|detained» aid workers.",
        // released
        "The rebels released «14|released» hostages on Friday.",
        "«300|released» prisoners were freed in the exchange.",
        "The government freed «48|released» detainees.",
        "«Thirty-nine|released» captives were set free last night.",
        "The kidnappers let «two|released» engineers go.",
        // displaced
        "The fighting has displaced «40,000|displaced» people.",
        "«1,200|displaced» families were evacuated before the storm.",
        "More than «9,000|displaced» people have fled their homes.",
        "«2,500|displaced» refugees live in the camp.",
        "The earthquake left «70,000|displaced» people homeless.",
        "The schools shelter «600|displaced» displaced people.",
        "The army ordered «30,000|displaced» residents to evacuate.",
        // returned
        "Some «4,000|returned» evacuees went back to their homes.",
        "About «300|returned» families went back to their villages.",
        "«4,000|returned» people went back home after the flood.",
        "About «700|returned» villagers have come back home.",
        "Some «250|returned» people who had fled have gone back to their homes.",
        "«5,000|returned» displaced people have returned home.",
        // crossings
        "«800|crossings» people crossed the border into the neighbouring country.",
        "«74|crossings» foreigners left the strip through the crossing.",
        "Coast guards intercepted «120|crossings» migrants off the coast.",
        "«2,300|crossings» migrants arrived on the island in a week.",
        "The list names «367|crossings» foreign nationals approved to cross the border.",
        // trucks
        "«120|trucks» aid trucks entered the enclave.",
        "A convoy of «30|trucks» lorries carried flour to the camp.",
        "«14|trucks» fuel tankers crossed into the strip.",
        "The agencies need «500|trucks» trucks a day.",
        "More than «200|trucks» trucks were waiting at the gate.",
        // aid
        "The agency delivered «400|aid» tonnes of flour.",
        "The ship carried «12,000|aid» tents and «9,000|aid» blankets.",
        "The kitchen handed out «35,000|aid» meals.",
        "The ministry received «2 million|aid» doses of the vaccine.",
        "Volunteers gave out «1,500|aid» food parcels.",
        "«Six|aid» relief flights landed at the airport.",
        // funding
        "Donors pledged «$1.2 billion|funding» for the response.",
        "The appeal asks for «$46 million|funding» to feed the displaced.",
        "The relief agency has received «EUR 300,000|funding» from donors so far.",
        "The storm caused damage of «$18 billion|funding».",
        "Britain gave «£25 million|funding» in emergency aid.",
        // in_need
        "«1.4 million|in_need» people need food aid.",
        "The drought affected «300,000|in_need» people.",
        "«20,000|in_need» residents are cut off by the snow.",
        "«12,000|in_need» children are malnourished.",
        "The storm left «80,000|in_need» homes without power.",
        // assisted
        "The agency fed «60,000|assisted» people in March.",
        "Doctors vaccinated «4,500|assisted» children.",
        "Helicopters rescued «31|assisted» people from the roofs.",
        "The clinic treated «700|assisted» patients.",
        "The programme reached «15,000|assisted» households.",
        // damaged
        "The storm destroyed «340|damaged» homes.",
        "«Four|damaged» schools were hit by shells.",
        "Fire damaged «27|damaged» buildings in the old town.",
        "«Twelve|damaged» hospitals are out of service.",
        "The army burned down «nine|damaged» villages.",
        // attacks
        "The army carried out «45|attacks» air strikes.",
        "Rebels carried out «19|attacks» attacks in one week.",
        "Militants fired «60|attacks» rockets at the city.",
        "There were «23|attacks» raids in the north.",
        "«31|attacks» drones were launched at the port.",
        "The monitors recorded «112|attacks» attacks on schools.",
        // cases
        "The outbreak has caused «1,900|cases» cases of cholera.",
        "«48|cases» people were infected with Ebola.",
        "Health officials confirmed «310|cases» cases of measles.",
        "«2,200|cases» people have fallen ill with dengue fever.",
        "The country reported «75|cases» new coronavirus infections.",
    ]

    static let silent = [
        // deaths
        "The flood drowned 400 sheep and 12 cows.",
        "He has written 40 books about death.",
        "The army killed another commander.",
        "The army lost 14 tanks in the battle.",
        "Children under 18 died.",
        // casualties
        "The insurer counted 500 claims after the storm.",
        "The insurer spoke of heavy casualties for 12 minutes.",
        "Casualties were taken 40 kilometres by road.",
        "The hospital has 300 beds for casualties.",
        // injured
        "The injured man had lived there for 33 years.",
        "He was wounded 2 kilometres from the border.",
        // missing
        "The missing ship is 40 metres long.",
        "He had been missing since 2011.",
        "The town is missing 3 bridges after the flood.",
        // detained
        "The prison was built 40 years ago.",
        "The man was held for 12 days.",
        // released
        "The ministry released 2 reports on prisons.",
        "The film was released 12 weeks ago.",
        "The report was released on May 12.",
        "She was released at 5 p.m.",
        // displaced
        "The hotel evacuated its 12th floor.",
        "The city has 30,000 residents.",
        // returned
        "The minister returned with 4 advisers.",
        "Schools reopened for 300 pupils.",
        // crossings
        "The crossing is 12 kilometres from the town.",
        "Trains crossed the bridge 40 times a day.",
        // trucks
        "The truck was 12 metres long.",
        "The trucks stood 3 kilometres apart.",
        "The truck driver, 44, was asleep.",
        // aid
        "The mine produces 400 tonnes of copper a year.",
        "The agency was founded in 1945.",
        "The camp lies 12 kilometres away.",
        // funding
        "The fund was set up in 2005.",
        "The appeal runs for 12 months.",
        "The firm made a profit of $40 million.",
        "A kilo of rice costs $3.",
        "The striker was sold for $90 million.",
        // in_need
        "Gaza's 2.3 million people live in a small space.",
        "The province has 4 million inhabitants.",
        // assisted
        "The agency employs 700 people.",
        "The clinic has 700 chairs.",
        "The office can be reached at 555-0134 or 020 7946 0018.",
        // damaged
        "The firm will build 340 homes.",
        "The city has 12 hospitals.",
        // attacks
        "The rocket was 60 metres tall.",
        "The attack lasted 40 minutes.",
        // cases
        "The cholera ward opened in 1998.",
        "The virus lives for 12 hours.",
    ]
}
