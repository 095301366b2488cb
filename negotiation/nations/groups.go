package nations

// groups are the groups of states that speak with one voice, each with its names
// in English, Spanish, French and Portuguese; see states.
const groups = `
European Union|Unión Europea|Union européenne|União Europeia|União Européia|=EU|=UE|=EU27|=EU-27|=UE27|=UE-27
GRULAC|Group of Latin American and Caribbean States|Group of Latin American and Caribbean Countries|Latin American and Caribbean Group|Latin America and Caribbean Group|Grupo de América Latina y el Caribe|Grupo de los Estados de América Latina y el Caribe|Grupo de Países de América Latina y el Caribe|Grupo Latinoamericano y del Caribe|Groupe de l'Amérique latine et des Caraïbes|Groupe des pays d'Amérique latine et des Caraïbes|Groupe des États d'Amérique latine et des Caraïbes|Grupo da América Latina e do Caribe|Grupo dos Países da América Latina e do Caribe|Grupo dos Estados da América Latina e do Caribe
Group of 77 and China|Group of 77|Group of Seventy-Seven|Group of 77 & China|G77 and China|G-77 and China|G 77|G77|G77/China|G-77/China|Grupo de los 77 y China|Grupo de los 77|G77 y China|Groupe des 77 et la Chine|Groupe des 77 et de la Chine|Groupe des 77|G77 et la Chine|G77 et Chine|Grupo dos 77 e a China|Grupo dos 77 e China|Grupo dos 77|G77 e a China
African Group|Group of African States|Africa Group|Grupo Africano|Grupo de África|Grupo de Estados de África|Grupo de los Estados de África|Groupe africain|Groupe de l'Afrique|Groupe des États d'Afrique|Grupo da África|Grupo dos Estados Africanos
African Union|Unión Africana|Union africaine|União Africana|=AU|=UA
Arab Group|Group of Arab States|Grupo Árabe|Grupo de los Estados Árabes|Groupe arabe|Groupe des États arabes|Grupo dos Estados Árabes
League of Arab States|Arab League|Liga de los Estados Árabes|Liga Árabe|Ligue des États arabes|Ligue arabe|Liga dos Estados Árabes|=LAS
Asia-Pacific Group|Asia and the Pacific Group|Group of Asia and the Pacific|Group of Asia-Pacific States|Asian Group|Grupo de Asia y el Pacífico|Grupo de Estados de Asia y el Pacífico|Grupo de Asia|Groupe de l'Asie et du Pacifique|Groupe des États d'Asie et du Pacifique|Groupe asiatique|Grupo da Ásia e do Pacífico|Grupo Asiático|=APG|=ASPAG
Eastern European Group|Group of Eastern European States|Grupo de Europa Oriental|Grupo de Estados de Europa Oriental|Groupe d'Europe orientale|Groupe des États d'Europe orientale|Grupo da Europa Oriental|Grupo dos Estados da Europa Oriental|=EEG
Western European and Others Group|Western European and Other States Group|Group of Western European and Other States|Western Europe and Others Group|Grupo de Europa Occidental y otros Estados|Grupo de Estados de Europa Occidental y otros Estados|Groupe des États d'Europe occidentale et autres États|Groupe de l'Europe occidentale et autres États|Grupo da Europa Ocidental e Outros Estados|Grupo dos Estados da Europa Ocidental e Outros Estados|=WEOG|=GEOA
CARICOM|Caribbean Community|Caribbean Community and Common Market|Comunidad del Caribe|Communauté des Caraïbes|Communauté caribéenne|Comunidade do Caribe|Comunidade das Caraíbas
SICA|Central American Integration System|Sistema de la Integración Centroamericana|Sistema de Integración Centroamericana|Système d'intégration de l'Amérique centrale|Système d'intégration centraméricain|Sistema da Integração Centro-Americana|Sistema de Integração Centro-Americana
MERCOSUR|MERCOSUL|Southern Common Market|Mercado Común del Sur|Marché commun du Sud|Mercado Comum do Sul
Andean Community|Andean Community of Nations|Comunidad Andina|Comunidad Andina de Naciones|Communauté andine|Comunidade Andina
CELAC|Community of Latin American and Caribbean States|Comunidad de Estados Latinoamericanos y Caribeños|Communauté des États d'Amérique latine et des Caraïbes|Communauté des États latino-américains et caribéens|Comunidade de Estados Latino-Americanos e Caribenhos|Comunidade dos Estados Latino-Americanos e Caribenhos
Organisation of Eastern Caribbean States|Organization of Eastern Caribbean States|Organización de Estados del Caribe Oriental|Organisation des États des Caraïbes orientales|Organização dos Estados do Caribe Oriental|=OECS|=OECO
ALBA-TCP|=ALBA|Bolivarian Alliance for the Peoples of Our America|Alianza Bolivariana para los Pueblos de Nuestra América|Alliance bolivarienne pour les peuples de notre Amérique|Aliança Bolivariana para os Povos da Nossa América
UNASUR|UNASUL|Union of South American Nations|Unión de Naciones Suramericanas|Union des nations sud-américaines|União de Nações Sul-Americanas
AILAC|Independent Association of Latin America and the Caribbean|Asociación Independiente de América Latina y el Caribe|Alliance indépendante de l'Amérique latine et des Caraïbes|Associação Independente da América Latina e do Caribe
AOSIS|Alliance of Small Island States|Alianza de los Pequeños Estados Insulares|Alianza de Pequeños Estados Insulares|Alliance des petits États insulaires|Aliança dos Pequenos Estados Insulares|=APEI
Pacific Small Island Developing States|Pequeños Estados Insulares en Desarrollo del Pacífico|Petits États insulaires en développement du Pacifique|Pequenos Estados Insulares em Desenvolvimento do Pacífico|=PSIDS
Pacific Islands Forum|Foro de las Islas del Pacífico|Forum des îles du Pacifique|Fórum das Ilhas do Pacífico|=PIF
Least Developed Countries|Least Developed Countries Group|LDC Group|LDCs|Grupo de los Países Menos Adelantados|Países menos adelantados|Groupe des pays les moins avancés|Pays les moins avancés|Países menos desenvolvidos|Países menos avançados|Grupo dos Países Menos Desenvolvidos|=LDC|=PMA|=PMD
Landlocked Developing Countries|Landlocked Developing Countries Group|LLDCs|Países en desarrollo sin litoral|Pays en développement sans littoral|Países em desenvolvimento sem litoral|=LLDC|=PDSL
Non-Aligned Movement|Movement of Non-Aligned Countries|Movimiento de los Países No Alineados|Movimiento de Países No Alineados|Movimiento No Alineado|Mouvement des pays non alignés|Mouvement des non-alignés|Movimento dos Países Não Alinhados|Movimento dos Não Alinhados|Movimento Não Alinhado|=NAM|=MNOAL|=MPNA|=MNA
Like-Minded Developing Countries|Like-Minded Group of Developing Countries|Países en Desarrollo de Ideas Afines|Pays en développement animés du même esprit|Países em Desenvolvimento de Ideias Semelhantes|=LMDC|=LMDCs
Environmental Integrity Group|Grupo de Integridad Ambiental|Groupe d'intégrité environnementale|Grupo de Integridade Ambiental|=EIG
Umbrella Group|Grupo paraguas|Groupe parapluie|Grupo Guarda-Chuva
JUSCANZ|JUSCANNZ|JUSSCANNZ
CANZ|Canada, Australia and New Zealand Group|=CANZ
Nordic countries|Nordic States|Nordic Group|Países nórdicos|Estados nórdicos|Pays nordiques|États nordiques
Baltic States|Estados bálticos|Países bálticos|États baltes|Pays baltes
Benelux
ASEAN|Association of Southeast Asian Nations|Asociación de Naciones de Asia Sudoriental|Association des nations de l'Asie du Sud-Est|Associação de Nações do Sudeste Asiático|=ANASE|=ANSEA
Gulf Cooperation Council|Cooperation Council for the Arab States of the Gulf|Consejo de Cooperación del Golfo|Conseil de coopération du Golfe|Conselho de Cooperação do Golfo|=GCC|=CCG
Organisation of Islamic Cooperation|Organization of Islamic Cooperation|Organización de Cooperación Islámica|Organisation de la coopération islamique|Organização para a Cooperação Islâmica|=OIC|=OCI
Organisation of African, Caribbean and Pacific States|Organization of African, Caribbean and Pacific States|ACP Group|Grupo ACP|Groupe ACP|Groupe des États d'Afrique, des Caraïbes et du Pacifique|Organización de Estados de África, el Caribe y el Pacífico|Organisation des États d'Afrique, des Caraïbes et du Pacifique|Organização dos Estados de África, Caraíbas e Pacífico|=ACP|=OACPS
ECOWAS|Economic Community of West African States|Comunidad Económica de los Estados de África Occidental|Communauté économique des États de l'Afrique de l'Ouest|Comunidade Económica dos Estados da África Ocidental|CEDEAO
SADC|Southern African Development Community|Comunidad de África Meridional para el Desarrollo|Communauté de développement de l'Afrique australe|Comunidade para o Desenvolvimento da África Austral
Industrialized Market Economy Countries|Países industrializados con economía de mercado|Pays industrialisés à économie de marché|=IMEC|=PIEM
Commonwealth of Independent States|Comunidad de Estados Independientes|Communauté d'États indépendants|Comunidade dos Estados Independentes|=CIS|=CEI
BRICS
`

// bodies are those that are consulted in such meetings, as groups are written.
const bodies = `
Workers' group|Workers group|Worker's group|Worker members|Grupo de los Trabajadores|Grupo de Trabajadores|Miembros trabajadores|Groupe des travailleurs|Membres travailleurs|Grupo dos Trabalhadores|Membros trabalhadores
Employers' group|Employers group|Employer's group|Employer members|Grupo de los Empleadores|Grupo de Empleadores|Miembros empleadores|Groupe des employeurs|Membres employeurs|Grupo dos Empregadores|Membros empregadores
COSATE|Trade Union Technical Advisory Council|Consejo Sindical de Asesoramiento Técnico|Conseil syndical de consultation technique|Conseil syndical d'assistance technique|Conselho Sindical de Assessoria Técnica|Conselho Sindical de Assessoramento Técnico
CEATAL|Business Technical Advisory Committee on Labor Matters|Business Technical Advisory Committee on Labour Matters|Comisión Empresarial de Asesoramiento Técnico en Asuntos Laborales|Comité consultatif technique des employeurs sur les questions relatives au travail|Commission technique consultative des entreprises en matière de travail|Comissão Empresarial de Assessoramento Técnico em Assuntos Trabalhistas|Comissão Empresarial de Assessoria Técnica em Assuntos Trabalhistas
International Trade Union Confederation|Confederación Sindical Internacional|Confédération syndicale internationale|Confederação Sindical Internacional|=ITUC|=CSI
International Organisation of Employers|International Organization of Employers|Organización Internacional de Empleadores|Organisation internationale des employeurs|Organização Internacional dos Empregadores|=IOE|=OIE
Trade Union Confederation of the Americas|Confederación Sindical de las Américas|Confédération syndicale des Amériques|Confederação Sindical das Américas|=TUCA|=CSA
International Labour Organization|International Labor Organization|International Labour Organisation|Organización Internacional del Trabajo|Organisation internationale du Travail|Organização Internacional do Trabalho|=ILO|=OIT
Organization of American States|Organización de los Estados Americanos|Organisation des États américains|Organização dos Estados Americanos|=OAS|=OEA
Economic Commission for Latin America and the Caribbean|Comisión Económica para América Latina y el Caribe|Commission économique pour l'Amérique latine et les Caraïbes|Comissão Econômica para a América Latina e o Caribe|=ECLAC|=CEPAL|=CEPALC
Pan American Health Organization|Organización Panamericana de la Salud|Organisation panaméricaine de la Santé|Organização Pan-Americana da Saúde|=PAHO|=OPS|=OPAS
Sovereign Order of Malta|Sovereign Military Order of Malta|Soberana Orden de Malta|Orden Soberana y Militar de Malta|Ordre souverain de Malte|Ordre souverain militaire de Malte|Ordem Soberana de Malta|Ordem Soberana e Militar de Malta
International Committee of the Red Cross|Comité Internacional de la Cruz Roja|Comité international de la Croix-Rouge|Comitê Internacional da Cruz Vermelha|Comité Internacional da Cruz Vermelha|=ICRC|=CICR
`
