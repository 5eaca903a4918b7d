PRAGMA application_id = 1178825316;
PRAGMA user_version = 5;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE address (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    card      INTEGER NOT NULL REFERENCES card (id),
    kind      TEXT    NOT NULL,
    region    TEXT    NOT NULL DEFAULT '',
    street    TEXT    NOT NULL DEFAULT '',
    post_code TEXT    NOT NULL DEFAULT '',
    zone      TEXT    NOT NULL DEFAULT '',
    route     INTEGER
, zone_key TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "address" VALUES(1,1,'office','330106','4 Dock Road','','西区',4,'xi西qu区');
CREATE TABLE assertion (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    card        INTEGER NOT NULL REFERENCES card (id),
    letter      TEXT    NOT NULL,
    answer      TEXT    NOT NULL,
    day         TEXT    NOT NULL,
    recorded_at INTEGER NOT NULL,
    person      INTEGER,
    strength    TEXT    NOT NULL,
    contact     INTEGER,
    note        TEXT    NOT NULL DEFAULT ''
) STRICT;
INSERT INTO "assertion" VALUES(1,1,'n','yes','2026-06-30',1795310554450,1,'said',1,'');
INSERT INTO "assertion" VALUES(2,1,'a','yes','2026-06-30',1795310554450,1,'said',1,'');
CREATE TABLE assessment (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    uid         BLOB    NOT NULL,
    rev         INTEGER NOT NULL DEFAULT 1,
    card        INTEGER NOT NULL REFERENCES card (id),
    standard    TEXT    NOT NULL,
    day         TEXT    NOT NULL,
    recorded_at INTEGER NOT NULL,
    knock_out   TEXT
) STRICT;
INSERT INTO "assessment" VALUES(1,X'01A200D90D9A7ECA909405F49F74D0EB',1,1,'5c','2026-06-30',1795310554522,NULL);
CREATE TABLE batch (
    id         INTEGER PRIMARY KEY,
    journal    INTEGER NOT NULL REFERENCES journal (id),
    above      INTEGER NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('open', 'done', 'undone'))
) STRICT;
INSERT INTO "batch" VALUES(1,6,1,'done');
CREATE TABLE card (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        BLOB    NOT NULL,
    rev        INTEGER NOT NULL DEFAULT 1,
    state      INTEGER NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 2),
    batch      INTEGER,
    code       TEXT    NOT NULL DEFAULT '',
    name       TEXT    NOT NULL CHECK (name <> ''),
    short_name TEXT    NOT NULL DEFAULT '',
    company    TEXT    NOT NULL DEFAULT '',
    party      TEXT    NOT NULL,
    kind       TEXT,
    started_in TEXT    NOT NULL,
    position   TEXT    NOT NULL,
    sort_key   TEXT    NOT NULL,
    next_on    TEXT,
    next_kind  TEXT,
    next_note  TEXT    NOT NULL DEFAULT '',
    added_on   TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
, code_key TEXT NOT NULL DEFAULT '', short_key TEXT NOT NULL DEFAULT '', company_key TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "card" VALUES(1,X'01A200D90D3D7C3FB75FF392F62DA057',9,0,NULL,'HH-001','海虹印刷','','','organisation',NULL,'potential','target','hai海hong虹yin印shua刷',NULL,NULL,'','2026-06-30',1795310554429,1795322590411,'hh001','','');
INSERT INTO "card" VALUES(2,X'01A200D90DB47D3E9156BF308EEC06FB',4,0,1,'','Ana Torres','','Northwind','individual',NULL,'drift','drift','ana torres',NULL,NULL,'','2026-06-30',1795310554548,1795310554650,'','','northwind');
INSERT INTO "card" VALUES(3,X'01A200D90DB475BFA49B49DB548E951F',2,1,1,'','林薇','','','individual',NULL,'drift','drift','lin林wei薇',NULL,NULL,'','2026-06-30',1795310554548,1795310554579,'','','');
CREATE TABLE contact (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    uid         BLOB    NOT NULL,
    rev         INTEGER NOT NULL DEFAULT 1,
    card        INTEGER NOT NULL REFERENCES card (id),
    person      INTEGER,
    day         TEXT    NOT NULL,
    recorded_at INTEGER NOT NULL,
    kind        TEXT    NOT NULL,
    direction   TEXT    NOT NULL,
    outcomes    TEXT    NOT NULL DEFAULT '',
    note        TEXT    NOT NULL DEFAULT ''
) STRICT;
INSERT INTO "contact" VALUES(1,X'01A200D90D5276618EDD720B63331A00',1,1,1,'2026-06-30',1795310554450,'visit','out','','quoted 3.2万');
INSERT INTO "contact" VALUES(2,X'01A200D90D6A75B4AD2CD6651433FDBF',1,1,NULL,'2026-06-30',1795310554474,'phone','out','no-answer','');
INSERT INTO "contact" VALUES(4,X'01A201901940782BA16D30F568989AFE',1,1,NULL,'2026-06-30',1795322550592,'visit','out','','settled the samples');
CREATE TABLE detail (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    uid       BLOB    NOT NULL,
    rev       INTEGER NOT NULL DEFAULT 1,
    card      INTEGER NOT NULL REFERENCES card (id),
    person    INTEGER,
    group_key TEXT    NOT NULL
) STRICT;
INSERT INTO "detail" VALUES(1,X'01A20190B4CB7F9FAC23187FF2A6DA6A',3,1,NULL,'competitor');
CREATE TABLE detail_value (
    card      INTEGER NOT NULL REFERENCES card (id),
    detail    INTEGER NOT NULL,
    group_key TEXT    NOT NULL,
    field     TEXT    NOT NULL,
    seq       INTEGER NOT NULL,
    text      TEXT    NOT NULL,
    number    INTEGER,
    day       TEXT,
    PRIMARY KEY (card, detail, field, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO "detail_value" VALUES(1,1,'competitor','name',0,'Grand Forms',NULL,NULL);
INSERT INTO "detail_value" VALUES(1,1,'competitor','price',0,'32000.00',3200000,NULL);
CREATE TABLE draft (
    session    TEXT    NOT NULL,
    form       TEXT    NOT NULL,
    card       INTEGER NOT NULL,
    text       TEXT    NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (session, form, card)
) STRICT, WITHOUT ROWID;
CREATE TABLE email (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    card    INTEGER NOT NULL REFERENCES card (id),
    person  INTEGER,
    kind    TEXT    NOT NULL,
    address TEXT    NOT NULL,
    normal  TEXT    NOT NULL
) STRICT;
CREATE TABLE fingerprint (
    batch   INTEGER NOT NULL,
    entries BLOB    NOT NULL
) STRICT;
INSERT INTO "fingerprint" VALUES(1,X'7E9C81CECF1E5EE7EA5DA130EE9F9ED900000000000000020B1A91268F495B98522900579463848C0000000000000003');
CREATE TABLE indexed (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    through INTEGER NOT NULL,
    claimed INTEGER NOT NULL,
    turn    INTEGER NOT NULL
) STRICT;
INSERT INTO "indexed" VALUES(1,0,0,0);
CREATE TABLE journal (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    device     TEXT    NOT NULL,
    session    TEXT    NOT NULL,
    source     TEXT    NOT NULL,
    act        TEXT    NOT NULL,
    subject    TEXT    NOT NULL,
    card       INTEGER,
    count      INTEGER NOT NULL DEFAULT 1,
    at         INTEGER NOT NULL,
    state      TEXT    NOT NULL DEFAULT 'done' CHECK (state IN ('open', 'done', 'undone')),
    undone_seq INTEGER,
    undone_by  TEXT
) STRICT;
INSERT INTO "journal" VALUES(1,'','01a200d90d3c743a999bfec274bb8b70','command','add','海虹印刷',1,1,1795310554429,'done',NULL,NULL);
INSERT INTO "journal" VALUES(2,'','01a200d90d51776482b3181142aec112','command','log','海虹印刷',1,1,1795310554450,'done',NULL,NULL);
INSERT INTO "journal" VALUES(3,'','01a200d90d69761ba53587de2ad6e4de','command','log','海虹印刷',1,1,1795310554474,'done',NULL,NULL);
INSERT INTO "journal" VALUES(4,'','01a200d90d7d747583711fd84810f7c9','command','move','海虹印刷',1,1,1795310554494,'done',NULL,NULL);
INSERT INTO "journal" VALUES(5,'','01a200d90d99721db02e52b44aa49a43','command','assess','海虹印刷',1,1,1795310554522,'done',NULL,NULL);
INSERT INTO "journal" VALUES(6,'','01a200d90db0774995dee0db7418e02c','import','import','l.csv',NULL,2,1795310554548,'done',NULL,NULL);
INSERT INTO "journal" VALUES(7,'','01a200d90dce72ccb18201a465f1aef2','command','remove','林薇',3,1,1795310554579,'done',NULL,NULL);
INSERT INTO "journal" VALUES(8,'','01a200d90de47669810d95ad05a8b5c7','command','edit','Ana Torres',2,1,1795310554597,'done',NULL,NULL);
INSERT INTO "journal" VALUES(9,'','01a200d90dfe734897028f044559cee0','command','log','Ana Torres',2,1,1795310554622,'undone',1,'01a200d90e1974a2b8337a7030f4ffe1');
INSERT INTO "journal" VALUES(10,'','01a20190190770f1a2a26f58482e09cd','command','edit','海虹印刷',1,1,1795322550535,'done',NULL,NULL);
INSERT INTO "journal" VALUES(11,'','01a2019019177193ab10da82a05a966e','command','field','Trade fair',NULL,0,1795322550552,'done',NULL,NULL);
INSERT INTO "journal" VALUES(12,'','01a20190193b76b89e969e0ada65bec1','command','log','海虹印刷',1,1,1795322550592,'done',NULL,NULL);
INSERT INTO "journal" VALUES(13,'','01a2019061a771f99b3d8aba190365bb','command','edit','海虹印刷',1,1,1795322569131,'done',NULL,NULL);
INSERT INTO "journal" VALUES(14,'','01a20190b4c8754f865b921ad9f3763b','command','edit','海虹印刷',1,1,1795322590411,'done',NULL,NULL);
CREATE TABLE journal_value (
    journal      INTEGER NOT NULL REFERENCES journal (id),
    seq          INTEGER NOT NULL,
    record_kind  TEXT    NOT NULL,
    record       INTEGER NOT NULL,
    uid          BLOB,
    card         INTEGER,
    field        TEXT    NOT NULL,
    before_value ANY,
    after_value  ANY,
    PRIMARY KEY (journal, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO "journal_value" VALUES(1,0,'card',1,X'01A200D90D3D7C3FB75FF392F62DA057',1,'exists',NULL,1);
INSERT INTO "journal_value" VALUES(1,1,'card',1,X'01A200D90D3D7C3FB75FF392F62DA057',1,'uid',NULL,X'01A200D90D3D7C3FB75FF392F62DA057');
INSERT INTO "journal_value" VALUES(1,2,'card',1,X'01A200D90D3D7C3FB75FF392F62DA057',1,'state',NULL,0);
INSERT INTO "journal_value" VALUES(1,3,'card',1,X'01A200D90D3D7C3FB75FF392F62DA057',1,'code',NULL,'HH-001');
INSERT INTO "journal_value" VALUES(1,4,'card',1,X'01A200D90D3D7C3FB75FF392F62DA057',1,'name',NULL,'海虹印刷');
INSERT INTO "journal_value" VALUES(1,5,'card',1,X'01A200D90D3D7C3FB75FF392F62DA057',1,'short_name',NULL,'');
INSERT INTO "journal_value" VALUES(1,6,'card',1,X'01A200D90D3D7C3FB75FF392F62DA057',1,'company',NULL,'');
INSERT INTO "journal_value" VALUES(1,7,'card',1,X'01A200D90D3D7C3FB75FF392F62DA057',1,'party',NULL,'organisation');
INSERT INTO "journal_value" VALUES(1,8,'card',1,X'01A200D90D3D7C3FB75FF392F62DA057',1,'started_in',NULL,'potential');
INSERT INTO "journal_value" VALUES(1,9,'card',1,X'01A200D90D3D7C3FB75FF392F62DA057',1,'position',NULL,'potential');
INSERT INTO "journal_value" VALUES(1,10,'card',1,X'01A200D90D3D7C3FB75FF392F62DA057',1,'next_note',NULL,'');
INSERT INTO "journal_value" VALUES(1,11,'card',1,X'01A200D90D3D7C3FB75FF392F62DA057',1,'added_on',NULL,'2026-06-30');
INSERT INTO "journal_value" VALUES(1,12,'card',1,X'01A200D90D3D7C3FB75FF392F62DA057',1,'created_at',NULL,1795310554429);
INSERT INTO "journal_value" VALUES(1,13,'card',1,X'01A200D90D3D7C3FB75FF392F62DA057',1,'updated_at',NULL,1795310554429);
INSERT INTO "journal_value" VALUES(1,14,'card',1,X'01A200D90D3D7C3FB75FF392F62DA057',1,'channel',NULL,'["fair"]');
INSERT INTO "journal_value" VALUES(1,15,'card',1,X'01A200D90D3D7C3FB75FF392F62DA057',1,'tags',NULL,'["vip","print"]');
INSERT INTO "journal_value" VALUES(1,16,'phone',1,NULL,1,'exists',NULL,1);
INSERT INTO "journal_value" VALUES(1,17,'phone',1,NULL,1,'card',NULL,1);
INSERT INTO "journal_value" VALUES(1,18,'phone',1,NULL,1,'kind',NULL,'mobile');
INSERT INTO "journal_value" VALUES(1,19,'phone',1,NULL,1,'number',NULL,'138 0000 0000');
INSERT INTO "journal_value" VALUES(1,20,'address',1,NULL,1,'exists',NULL,1);
INSERT INTO "journal_value" VALUES(1,21,'address',1,NULL,1,'card',NULL,1);
INSERT INTO "journal_value" VALUES(1,22,'address',1,NULL,1,'kind',NULL,'office');
INSERT INTO "journal_value" VALUES(1,23,'address',1,NULL,1,'region',NULL,'330106');
INSERT INTO "journal_value" VALUES(1,24,'address',1,NULL,1,'street',NULL,'4 Dock Road');
INSERT INTO "journal_value" VALUES(1,25,'address',1,NULL,1,'post_code',NULL,'');
INSERT INTO "journal_value" VALUES(1,26,'address',1,NULL,1,'zone',NULL,'西区');
INSERT INTO "journal_value" VALUES(1,27,'address',1,NULL,1,'order',NULL,4);
INSERT INTO "journal_value" VALUES(1,28,'person',1,X'01A200D90D3D72DD9B13935D4EC8AC61',1,'exists',NULL,1);
INSERT INTO "journal_value" VALUES(1,29,'person',1,X'01A200D90D3D72DD9B13935D4EC8AC61',1,'uid',NULL,X'01A200D90D3D72DD9B13935D4EC8AC61');
INSERT INTO "journal_value" VALUES(1,30,'person',1,X'01A200D90D3D72DD9B13935D4EC8AC61',1,'card',NULL,1);
INSERT INTO "journal_value" VALUES(1,31,'person',1,X'01A200D90D3D72DD9B13935D4EC8AC61',1,'name',NULL,'周立');
INSERT INTO "journal_value" VALUES(1,32,'person',1,X'01A200D90D3D72DD9B13935D4EC8AC61',1,'title',NULL,'厂长');
INSERT INTO "journal_value" VALUES(1,33,'person',1,X'01A200D90D3D72DD9B13935D4EC8AC61',1,'roles',NULL,'decider');
INSERT INTO "journal_value" VALUES(2,0,'contact',1,X'01A200D90D5276618EDD720B63331A00',1,'exists',NULL,1);
INSERT INTO "journal_value" VALUES(2,1,'contact',1,X'01A200D90D5276618EDD720B63331A00',1,'uid',NULL,X'01A200D90D5276618EDD720B63331A00');
INSERT INTO "journal_value" VALUES(2,2,'contact',1,X'01A200D90D5276618EDD720B63331A00',1,'card',NULL,1);
INSERT INTO "journal_value" VALUES(2,3,'contact',1,X'01A200D90D5276618EDD720B63331A00',1,'person',NULL,1);
INSERT INTO "journal_value" VALUES(2,4,'contact',1,X'01A200D90D5276618EDD720B63331A00',1,'on',NULL,'2026-06-30');
INSERT INTO "journal_value" VALUES(2,5,'contact',1,X'01A200D90D5276618EDD720B63331A00',1,'recorded_at',NULL,1795310554450);
INSERT INTO "journal_value" VALUES(2,6,'contact',1,X'01A200D90D5276618EDD720B63331A00',1,'kind',NULL,'visit');
INSERT INTO "journal_value" VALUES(2,7,'contact',1,X'01A200D90D5276618EDD720B63331A00',1,'direction',NULL,'out');
INSERT INTO "journal_value" VALUES(2,8,'contact',1,X'01A200D90D5276618EDD720B63331A00',1,'outcomes',NULL,'');
INSERT INTO "journal_value" VALUES(2,9,'contact',1,X'01A200D90D5276618EDD720B63331A00',1,'note',NULL,'quoted 3.2万');
INSERT INTO "journal_value" VALUES(2,10,'promise',1,NULL,1,'exists',NULL,1);
INSERT INTO "journal_value" VALUES(2,11,'promise',1,NULL,1,'contact',NULL,1);
INSERT INTO "journal_value" VALUES(2,12,'promise',1,NULL,1,'card',NULL,1);
INSERT INTO "journal_value" VALUES(2,13,'promise',1,NULL,1,'by',NULL,'us');
INSERT INTO "journal_value" VALUES(2,14,'promise',1,NULL,1,'text',NULL,'samples');
INSERT INTO "journal_value" VALUES(2,15,'promise',1,NULL,1,'due_on',NULL,'2026-07-02');
INSERT INTO "journal_value" VALUES(2,16,'assertion',1,NULL,1,'exists',NULL,1);
INSERT INTO "journal_value" VALUES(2,17,'assertion',1,NULL,1,'card',NULL,1);
INSERT INTO "journal_value" VALUES(2,18,'assertion',1,NULL,1,'letter',NULL,'n');
INSERT INTO "journal_value" VALUES(2,19,'assertion',1,NULL,1,'answer',NULL,'yes');
INSERT INTO "journal_value" VALUES(2,20,'assertion',1,NULL,1,'on',NULL,'2026-06-30');
INSERT INTO "journal_value" VALUES(2,21,'assertion',1,NULL,1,'recorded_at',NULL,1795310554450);
INSERT INTO "journal_value" VALUES(2,22,'assertion',1,NULL,1,'person',NULL,1);
INSERT INTO "journal_value" VALUES(2,23,'assertion',1,NULL,1,'strength',NULL,'said');
INSERT INTO "journal_value" VALUES(2,24,'assertion',1,NULL,1,'contact',NULL,1);
INSERT INTO "journal_value" VALUES(2,25,'assertion',1,NULL,1,'note',NULL,'');
INSERT INTO "journal_value" VALUES(2,26,'assertion',2,NULL,1,'exists',NULL,1);
INSERT INTO "journal_value" VALUES(2,27,'assertion',2,NULL,1,'card',NULL,1);
INSERT INTO "journal_value" VALUES(2,28,'assertion',2,NULL,1,'letter',NULL,'a');
INSERT INTO "journal_value" VALUES(2,29,'assertion',2,NULL,1,'answer',NULL,'yes');
INSERT INTO "journal_value" VALUES(2,30,'assertion',2,NULL,1,'on',NULL,'2026-06-30');
INSERT INTO "journal_value" VALUES(2,31,'assertion',2,NULL,1,'recorded_at',NULL,1795310554450);
INSERT INTO "journal_value" VALUES(2,32,'assertion',2,NULL,1,'person',NULL,1);
INSERT INTO "journal_value" VALUES(2,33,'assertion',2,NULL,1,'strength',NULL,'said');
INSERT INTO "journal_value" VALUES(2,34,'assertion',2,NULL,1,'contact',NULL,1);
INSERT INTO "journal_value" VALUES(2,35,'assertion',2,NULL,1,'note',NULL,'');
INSERT INTO "journal_value" VALUES(2,36,'card',1,X'01A200D90D3D7C3FB75FF392F62DA057',1,'next_on',NULL,'2026-07-03');
INSERT INTO "journal_value" VALUES(2,37,'card',1,X'01A200D90D3D7C3FB75FF392F62DA057',1,'next_kind',NULL,'visit');
INSERT INTO "journal_value" VALUES(3,0,'contact',2,X'01A200D90D6A75B4AD2CD6651433FDBF',1,'exists',NULL,1);
INSERT INTO "journal_value" VALUES(3,1,'contact',2,X'01A200D90D6A75B4AD2CD6651433FDBF',1,'uid',NULL,X'01A200D90D6A75B4AD2CD6651433FDBF');
INSERT INTO "journal_value" VALUES(3,2,'contact',2,X'01A200D90D6A75B4AD2CD6651433FDBF',1,'card',NULL,1);
INSERT INTO "journal_value" VALUES(3,3,'contact',2,X'01A200D90D6A75B4AD2CD6651433FDBF',1,'on',NULL,'2026-06-30');
INSERT INTO "journal_value" VALUES(3,4,'contact',2,X'01A200D90D6A75B4AD2CD6651433FDBF',1,'recorded_at',NULL,1795310554474);
INSERT INTO "journal_value" VALUES(3,5,'contact',2,X'01A200D90D6A75B4AD2CD6651433FDBF',1,'kind',NULL,'phone');
INSERT INTO "journal_value" VALUES(3,6,'contact',2,X'01A200D90D6A75B4AD2CD6651433FDBF',1,'direction',NULL,'out');
INSERT INTO "journal_value" VALUES(3,7,'contact',2,X'01A200D90D6A75B4AD2CD6651433FDBF',1,'outcomes',NULL,'no-answer');
INSERT INTO "journal_value" VALUES(3,8,'contact',2,X'01A200D90D6A75B4AD2CD6651433FDBF',1,'note',NULL,'');
INSERT INTO "journal_value" VALUES(4,0,'move',1,NULL,1,'exists',NULL,1);
INSERT INTO "journal_value" VALUES(4,1,'move',1,NULL,1,'card',NULL,1);
INSERT INTO "journal_value" VALUES(4,2,'move',1,NULL,1,'from',NULL,'potential');
INSERT INTO "journal_value" VALUES(4,3,'move',1,NULL,1,'to',NULL,'target');
INSERT INTO "journal_value" VALUES(4,4,'move',1,NULL,1,'on',NULL,'2026-06-30');
INSERT INTO "journal_value" VALUES(4,5,'move',1,NULL,1,'recorded_at',NULL,1795310554494);
INSERT INTO "journal_value" VALUES(4,6,'move',1,NULL,1,'note',NULL,'fits our profile');
INSERT INTO "journal_value" VALUES(4,7,'move',1,NULL,1,'recoverable',NULL,'unknown');
INSERT INTO "journal_value" VALUES(4,8,'card',1,X'01A200D90D3D7C3FB75FF392F62DA057',1,'position','potential','target');
INSERT INTO "journal_value" VALUES(5,0,'assessment',1,X'01A200D90D9A7ECA909405F49F74D0EB',1,'exists',NULL,1);
INSERT INTO "journal_value" VALUES(5,1,'assessment',1,X'01A200D90D9A7ECA909405F49F74D0EB',1,'uid',NULL,X'01A200D90D9A7ECA909405F49F74D0EB');
INSERT INTO "journal_value" VALUES(5,2,'assessment',1,X'01A200D90D9A7ECA909405F49F74D0EB',1,'card',NULL,1);
INSERT INTO "journal_value" VALUES(5,3,'assessment',1,X'01A200D90D9A7ECA909405F49F74D0EB',1,'standard',NULL,'5c');
INSERT INTO "journal_value" VALUES(5,4,'assessment',1,X'01A200D90D9A7ECA909405F49F74D0EB',1,'on',NULL,'2026-06-30');
INSERT INTO "journal_value" VALUES(5,5,'assessment',1,X'01A200D90D9A7ECA909405F49F74D0EB',1,'recorded_at',NULL,1795310554522);
INSERT INTO "journal_value" VALUES(5,6,'score',1,NULL,1,'exists',NULL,1);
INSERT INTO "journal_value" VALUES(5,7,'score',1,NULL,1,'assessment',NULL,1);
INSERT INTO "journal_value" VALUES(5,8,'score',1,NULL,1,'card',NULL,1);
INSERT INTO "journal_value" VALUES(5,9,'score',1,NULL,1,'factor',NULL,'character');
INSERT INTO "journal_value" VALUES(5,10,'score',1,NULL,1,'points',NULL,4);
INSERT INTO "journal_value" VALUES(5,11,'score',1,NULL,1,'note',NULL,'on time');
INSERT INTO "journal_value" VALUES(5,12,'score',2,NULL,1,'exists',NULL,1);
INSERT INTO "journal_value" VALUES(5,13,'score',2,NULL,1,'assessment',NULL,1);
INSERT INTO "journal_value" VALUES(5,14,'score',2,NULL,1,'card',NULL,1);
INSERT INTO "journal_value" VALUES(5,15,'score',2,NULL,1,'factor',NULL,'capacity');
INSERT INTO "journal_value" VALUES(5,16,'score',2,NULL,1,'points',NULL,4);
INSERT INTO "journal_value" VALUES(5,17,'score',2,NULL,1,'note',NULL,'');
INSERT INTO "journal_value" VALUES(5,18,'score',3,NULL,1,'exists',NULL,1);
INSERT INTO "journal_value" VALUES(5,19,'score',3,NULL,1,'assessment',NULL,1);
INSERT INTO "journal_value" VALUES(5,20,'score',3,NULL,1,'card',NULL,1);
INSERT INTO "journal_value" VALUES(5,21,'score',3,NULL,1,'factor',NULL,'capital');
INSERT INTO "journal_value" VALUES(5,22,'score',3,NULL,1,'points',NULL,3);
INSERT INTO "journal_value" VALUES(5,23,'score',3,NULL,1,'note',NULL,'');
INSERT INTO "journal_value" VALUES(5,24,'score',4,NULL,1,'exists',NULL,1);
INSERT INTO "journal_value" VALUES(5,25,'score',4,NULL,1,'assessment',NULL,1);
INSERT INTO "journal_value" VALUES(5,26,'score',4,NULL,1,'card',NULL,1);
INSERT INTO "journal_value" VALUES(5,27,'score',4,NULL,1,'factor',NULL,'collateral');
INSERT INTO "journal_value" VALUES(5,28,'score',4,NULL,1,'points',NULL,2);
INSERT INTO "journal_value" VALUES(5,29,'score',4,NULL,1,'note',NULL,'');
INSERT INTO "journal_value" VALUES(5,30,'score',5,NULL,1,'exists',NULL,1);
INSERT INTO "journal_value" VALUES(5,31,'score',5,NULL,1,'assessment',NULL,1);
INSERT INTO "journal_value" VALUES(5,32,'score',5,NULL,1,'card',NULL,1);
INSERT INTO "journal_value" VALUES(5,33,'score',5,NULL,1,'factor',NULL,'conditions');
INSERT INTO "journal_value" VALUES(5,34,'score',5,NULL,1,'points',NULL,3);
INSERT INTO "journal_value" VALUES(5,35,'score',5,NULL,1,'note',NULL,'');
INSERT INTO "journal_value" VALUES(6,0,'own_field',1,NULL,NULL,'exists',NULL,1);
INSERT INTO "journal_value" VALUES(6,1,'own_field',1,NULL,NULL,'key',NULL,'favourite_colour');
INSERT INTO "journal_value" VALUES(6,2,'own_field',1,NULL,NULL,'name',NULL,'Favourite colour');
INSERT INTO "journal_value" VALUES(6,3,'own_field',1,NULL,NULL,'type',NULL,'text');
INSERT INTO "journal_value" VALUES(7,0,'card',3,X'01A200D90DB475BFA49B49DB548E951F',3,'state',0,1);
INSERT INTO "journal_value" VALUES(8,0,'card',2,X'01A200D90DB47D3E9156BF308EEC06FB',2,'company','','Northwind');
INSERT INTO "journal_value" VALUES(9,0,'contact',3,X'01A200D90DFE744A95AB3AFE16DD2402',2,'exists',NULL,1);
INSERT INTO "journal_value" VALUES(9,1,'contact',3,X'01A200D90DFE744A95AB3AFE16DD2402',2,'uid',NULL,X'01A200D90DFE744A95AB3AFE16DD2402');
INSERT INTO "journal_value" VALUES(9,2,'contact',3,X'01A200D90DFE744A95AB3AFE16DD2402',2,'card',NULL,2);
INSERT INTO "journal_value" VALUES(9,3,'contact',3,X'01A200D90DFE744A95AB3AFE16DD2402',2,'on',NULL,'2026-06-30');
INSERT INTO "journal_value" VALUES(9,4,'contact',3,X'01A200D90DFE744A95AB3AFE16DD2402',2,'recorded_at',NULL,1795310554622);
INSERT INTO "journal_value" VALUES(9,5,'contact',3,X'01A200D90DFE744A95AB3AFE16DD2402',2,'kind',NULL,'mail');
INSERT INTO "journal_value" VALUES(9,6,'contact',3,X'01A200D90DFE744A95AB3AFE16DD2402',2,'direction',NULL,'out');
INSERT INTO "journal_value" VALUES(9,7,'contact',3,X'01A200D90DFE744A95AB3AFE16DD2402',2,'outcomes',NULL,'');
INSERT INTO "journal_value" VALUES(9,8,'contact',3,X'01A200D90DFE744A95AB3AFE16DD2402',2,'note',NULL,'sent the list');
INSERT INTO "journal_value" VALUES(10,0,'card',1,X'01A200D90D3D7C3FB75FF392F62DA057',1,'follow_up_days',NULL,'["10"]');
INSERT INTO "journal_value" VALUES(10,1,'card',1,X'01A200D90D3D7C3FB75FF392F62DA057',1,'legal_form',NULL,'["limited"]');
INSERT INTO "journal_value" VALUES(11,0,'own_field',2,NULL,NULL,'exists',NULL,1);
INSERT INTO "journal_value" VALUES(11,1,'own_field',2,NULL,NULL,'key',NULL,'key_trade_fair');
INSERT INTO "journal_value" VALUES(11,2,'own_field',2,NULL,NULL,'name',NULL,'Trade fair');
INSERT INTO "journal_value" VALUES(11,3,'own_field',2,NULL,NULL,'type',NULL,'choice');
INSERT INTO "journal_value" VALUES(11,4,'own_field',2,NULL,NULL,'options',NULL,'spring	spring
autumn	autumn');
INSERT INTO "journal_value" VALUES(12,0,'contact',4,X'01A201901940782BA16D30F568989AFE',1,'exists',NULL,1);
INSERT INTO "journal_value" VALUES(12,1,'contact',4,X'01A201901940782BA16D30F568989AFE',1,'uid',NULL,X'01A201901940782BA16D30F568989AFE');
INSERT INTO "journal_value" VALUES(12,2,'contact',4,X'01A201901940782BA16D30F568989AFE',1,'card',NULL,1);
INSERT INTO "journal_value" VALUES(12,3,'contact',4,X'01A201901940782BA16D30F568989AFE',1,'on',NULL,'2026-06-30');
INSERT INTO "journal_value" VALUES(12,4,'contact',4,X'01A201901940782BA16D30F568989AFE',1,'recorded_at',NULL,1795322550592);
INSERT INTO "journal_value" VALUES(12,5,'contact',4,X'01A201901940782BA16D30F568989AFE',1,'kind',NULL,'visit');
INSERT INTO "journal_value" VALUES(12,6,'contact',4,X'01A201901940782BA16D30F568989AFE',1,'direction',NULL,'out');
INSERT INTO "journal_value" VALUES(12,7,'contact',4,X'01A201901940782BA16D30F568989AFE',1,'outcomes',NULL,'');
INSERT INTO "journal_value" VALUES(12,8,'contact',4,X'01A201901940782BA16D30F568989AFE',1,'note',NULL,'settled the samples');
INSERT INTO "journal_value" VALUES(12,9,'promise',2,NULL,1,'exists',NULL,1);
INSERT INTO "journal_value" VALUES(12,10,'promise',2,NULL,1,'contact',NULL,4);
INSERT INTO "journal_value" VALUES(12,11,'promise',2,NULL,1,'card',NULL,1);
INSERT INTO "journal_value" VALUES(12,12,'promise',2,NULL,1,'by',NULL,'us');
INSERT INTO "journal_value" VALUES(12,13,'promise',2,NULL,1,'text',NULL,'price list');
INSERT INTO "journal_value" VALUES(12,14,'promise',2,NULL,1,'due_on',NULL,'2026-07-10');
INSERT INTO "journal_value" VALUES(12,15,'card',1,X'01A200D90D3D7C3FB75FF392F62DA057',1,'next_on','2026-07-03',NULL);
INSERT INTO "journal_value" VALUES(12,16,'card',1,X'01A200D90D3D7C3FB75FF392F62DA057',1,'next_kind','visit',NULL);
INSERT INTO "journal_value" VALUES(13,0,'card',1,X'01A200D90D3D7C3FB75FF392F62DA057',1,'key_trade_fair',NULL,'["spring"]');
INSERT INTO "journal_value" VALUES(14,0,'detail',1,X'01A20190B4CB7F9FAC23187FF2A6DA6A',1,'exists',NULL,1);
INSERT INTO "journal_value" VALUES(14,1,'detail',1,X'01A20190B4CB7F9FAC23187FF2A6DA6A',1,'uid',NULL,X'01A20190B4CB7F9FAC23187FF2A6DA6A');
INSERT INTO "journal_value" VALUES(14,2,'detail',1,X'01A20190B4CB7F9FAC23187FF2A6DA6A',1,'card',NULL,1);
INSERT INTO "journal_value" VALUES(14,3,'detail',1,X'01A20190B4CB7F9FAC23187FF2A6DA6A',1,'group',NULL,'competitor');
INSERT INTO "journal_value" VALUES(14,4,'detail',1,X'01A20190B4CB7F9FAC23187FF2A6DA6A',1,'name',NULL,'["Grand Forms"]');
INSERT INTO "journal_value" VALUES(14,5,'detail',1,X'01A20190B4CB7F9FAC23187FF2A6DA6A',1,'price',NULL,'["32000.00"]');
CREATE TABLE lending (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    day     TEXT    NOT NULL,
    at      INTEGER NOT NULL,
    whom    TEXT    NOT NULL,
    purpose TEXT    NOT NULL,
    query   TEXT    NOT NULL,
    format  TEXT    NOT NULL,
    count   INTEGER NOT NULL
) STRICT;
CREATE TABLE missing_index (
    name TEXT PRIMARY KEY,
    sql  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE move (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    card          INTEGER NOT NULL REFERENCES card (id),
    from_position TEXT,
    to_position   TEXT    NOT NULL,
    day           TEXT    NOT NULL,
    recorded_at   INTEGER NOT NULL,
    reason        TEXT,
    note          TEXT    NOT NULL DEFAULT '',
    contact       INTEGER,
    amount        INTEGER,
    recoverable   TEXT    NOT NULL DEFAULT 'unknown'
) STRICT;
INSERT INTO "move" VALUES(1,1,'potential','target','2026-06-30',1795310554494,NULL,'fits our profile',NULL,NULL,'unknown');
CREATE TABLE own_field (
    id   INTEGER PRIMARY KEY AUTOINCREMENT,
    key  TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    type TEXT NOT NULL
, options TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "own_field" VALUES(1,'favourite_colour','Favourite colour','text','');
INSERT INTO "own_field" VALUES(2,'key_trade_fair','Trade fair','choice','spring	spring
autumn	autumn');
CREATE TABLE person (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    uid      BLOB    NOT NULL,
    rev      INTEGER NOT NULL DEFAULT 1,
    card     INTEGER NOT NULL REFERENCES card (id),
    name     TEXT    NOT NULL CHECK (name <> ''),
    title    TEXT    NOT NULL DEFAULT '',
    roles    TEXT    NOT NULL DEFAULT '',
    from_day TEXT,
    to_day   TEXT
) STRICT;
INSERT INTO "person" VALUES(1,X'01A200D90D3D72DD9B13935D4EC8AC61',1,1,'周立','厂长','decider',NULL,NULL);
CREATE TABLE phone (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    card   INTEGER NOT NULL REFERENCES card (id),
    person INTEGER,
    kind   TEXT    NOT NULL,
    number TEXT    NOT NULL,
    normal TEXT    NOT NULL
) STRICT;
INSERT INTO "phone" VALUES(1,1,NULL,'mobile','138 0000 0000','+8613800000000');
INSERT INTO "phone" VALUES(2,2,NULL,'mobile','+44 7911 123456','+447911123456');
INSERT INTO "phone" VALUES(3,3,NULL,'mobile','13900000002','+8613900000002');
CREATE TABLE posting (
    key   INTEGER PRIMARY KEY,
    cards BLOB NOT NULL
) STRICT;
CREATE TABLE promise (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    contact INTEGER NOT NULL,
    card    INTEGER NOT NULL REFERENCES card (id),
    owed_by TEXT    NOT NULL,
    text    TEXT    NOT NULL,
    due_on  TEXT
, settled_on TEXT, settled_as TEXT) STRICT;
INSERT INTO "promise" VALUES(1,1,1,'us','samples','2026-07-02',NULL,NULL);
INSERT INTO "promise" VALUES(2,4,1,'us','price list','2026-07-10',NULL,NULL);
CREATE TABLE score (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    assessment INTEGER NOT NULL,
    card       INTEGER NOT NULL REFERENCES card (id),
    factor     TEXT    NOT NULL,
    points     INTEGER CHECK (points BETWEEN 1 AND 5),
    note       TEXT    NOT NULL DEFAULT ''
) STRICT;
INSERT INTO "score" VALUES(1,1,1,'character',4,'on time');
INSERT INTO "score" VALUES(2,1,1,'capacity',4,'');
INSERT INTO "score" VALUES(3,1,1,'capital',3,'');
INSERT INTO "score" VALUES(4,1,1,'collateral',2,'');
INSERT INTO "score" VALUES(5,1,1,'conditions',3,'');
CREATE TABLE search (
    card INTEGER PRIMARY KEY REFERENCES card (id),
    text TEXT NOT NULL
) STRICT;
INSERT INTO "search" VALUES(1,'
hh-001
海虹印刷
hai hong yin shua
haihongyinshua
hhys
138 0000 0000

周立
zhou li
zhouli
zl
厂长
330106
4 dock road
西区
spring
grand forms
settled the samples
price list
quoted 3.2万
samples
vip
print
');
INSERT INTO "search" VALUES(2,'
ana torres
northwind
+44 7911 123456

red
');
INSERT INTO "search" VALUES(3,'
林薇
lin wei
linwei
lw
13900000002

blue
');
CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE standing (
    card            INTEGER PRIMARY KEY REFERENCES card (id),
    from_day        TEXT    NOT NULL,
    until_day       TEXT    NOT NULL,
    policy          TEXT    NOT NULL,
    position        TEXT    NOT NULL,
    code            TEXT    NOT NULL,
    class           TEXT    NOT NULL,
    best            TEXT    NOT NULL,
    worst           TEXT    NOT NULL,
    best_rank       INTEGER NOT NULL,
    ask             TEXT,
    a_from_role     INTEGER NOT NULL DEFAULT 0,
    stale           TEXT    NOT NULL DEFAULT '',
    conflict        TEXT    NOT NULL DEFAULT '',
    main_person     TEXT    NOT NULL DEFAULT '',
    last_contact_on TEXT,
    due_on          TEXT,
    due_reason      TEXT,
    grade           TEXT
, thank_on TEXT, review_on TEXT, lapsed_on TEXT, person_key TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "standing" VALUES(1,'2026-09-29','2027-07-01','stop-none-only','target','?A?','investigate','ideal','nurture',0,'n',0,'n','','周立','2026-06-30','2026-07-10','class-interval','C',NULL,NULL,NULL,'zhou周li立');
INSERT INTO "standing" VALUES(2,'2026-06-30','9999-12-31','','drift','???','investigate','ideal','stop',0,'n',0,'','','',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'');
INSERT INTO "standing" VALUES(3,'2026-06-30','9999-12-31','','drift','???','investigate','ideal','stop',0,'n',0,'','','',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'');
CREATE TABLE unindexed (
    card   INTEGER PRIMARY KEY,
    text   TEXT NOT NULL,
    target TEXT
) STRICT;
CREATE TABLE value (
    card     INTEGER NOT NULL REFERENCES card (id),
    field    TEXT    NOT NULL,
    seq      INTEGER NOT NULL,
    text     TEXT    NOT NULL,
    number   INTEGER,
    day      TEXT,
    sort_key TEXT    NOT NULL,
    PRIMARY KEY (card, field, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO "value" VALUES(1,'channel',0,'fair',NULL,NULL,'fair');
INSERT INTO "value" VALUES(1,'follow_up_days',0,'10',10,NULL,'0000000000000000010');
INSERT INTO "value" VALUES(1,'key_trade_fair',0,'spring',NULL,NULL,'spring');
INSERT INTO "value" VALUES(1,'legal_form',0,'limited',NULL,NULL,'limited');
INSERT INTO "value" VALUES(1,'tags',0,'vip',NULL,NULL,'vip');
INSERT INTO "value" VALUES(1,'tags',1,'print',NULL,NULL,'print');
INSERT INTO "value" VALUES(2,'favourite_colour',0,'red',NULL,NULL,'red');
INSERT INTO "value" VALUES(3,'favourite_colour',0,'blue',NULL,NULL,'blue');
CREATE INDEX batch_open ON batch (state) WHERE state = 'open';
CREATE INDEX contact_by_card ON contact (card, day);
CREATE INDEX promise_by_card ON promise (card);
CREATE INDEX assertion_by_card ON assertion (card);
CREATE INDEX move_by_card ON move (card);
CREATE INDEX assessment_by_card ON assessment (card);
CREATE INDEX score_by_card ON score (card);
CREATE INDEX journal_by_undone ON journal (undone_seq) WHERE undone_seq IS NOT NULL;
CREATE INDEX journal_by_card ON journal (card);
CREATE INDEX journal_value_by_record ON journal_value (record_kind, record, field);
CREATE INDEX journal_value_by_card ON journal_value (card, journal) WHERE card IS NOT NULL;
CREATE INDEX address_by_card ON address (card);
CREATE INDEX card_by_name ON card (state, sort_key, id);
CREATE UNIQUE INDEX card_code ON card (code) WHERE code <> '' AND state < 2;
CREATE INDEX email_by_card ON email (card);
CREATE INDEX email_by_normal ON email (normal);
CREATE INDEX person_by_card ON person (card);
CREATE INDEX phone_by_card ON phone (card);
CREATE INDEX phone_by_normal ON phone (normal);
CREATE INDEX standing_by_until ON standing (until_day) WHERE until_day < '9999-12-31';
CREATE INDEX promise_by_due ON promise (due_on) WHERE due_on IS NOT NULL AND settled_on IS NULL;
CREATE INDEX promise_by_settling ON promise (settled_on) WHERE settled_on IS NOT NULL;
CREATE INDEX standing_by_thanks ON standing (thank_on) WHERE thank_on IS NOT NULL;
CREATE INDEX standing_by_review ON standing (review_on) WHERE review_on IS NOT NULL;
CREATE INDEX standing_by_lapse ON standing (lapsed_on) WHERE lapsed_on IS NOT NULL;
CREATE INDEX standing_by_due ON standing (due_on, due_reason, position, best_rank) WHERE due_on IS NOT NULL;
CREATE INDEX value_by_introducer ON value (text) WHERE field = 'introducer';
CREATE INDEX value_by_day ON value (field, text)
    WHERE text GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]';
CREATE INDEX value_by_day_of_year ON value (field, substr(text, 6))
    WHERE text GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]';
CREATE TRIGGER search_made AFTER INSERT ON search
WHEN NEW.card <= (SELECT iif(claimed = 9223372036854775807, through, claimed) FROM indexed)
BEGIN
    INSERT INTO unindexed (card, text) SELECT NEW.card, ''
    WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE card = NEW.card);
END;
CREATE TRIGGER search_changed AFTER UPDATE OF text ON search
WHEN NEW.text <> OLD.text AND OLD.card <= (SELECT claimed FROM indexed)
BEGIN
    INSERT INTO unindexed (card, text) SELECT OLD.card, OLD.text
    WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE card = OLD.card);
END;
CREATE TRIGGER search_gone AFTER DELETE ON search
WHEN OLD.card <= (SELECT claimed FROM indexed)
BEGIN
    INSERT INTO unindexed (card, text) SELECT OLD.card, OLD.text
    WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE card = OLD.card);
END;
CREATE INDEX card_not_listed ON card (state) WHERE state <> 0;
CREATE INDEX detail_by_card ON detail (card);
CREATE INDEX detail_by_group ON detail (group_key, card);
CREATE INDEX card_by_code_key ON card (code_key) WHERE code_key <> '';
CREATE INDEX card_by_short_key ON card (short_key) WHERE short_key <> '';
CREATE INDEX card_by_company_key ON card (company_key) WHERE company_key <> '';
CREATE INDEX card_by_next ON card (next_on) WHERE next_on IS NOT NULL;
CREATE INDEX card_by_created ON card (created_at);
CREATE INDEX card_by_updated ON card (updated_at);
CREATE INDEX card_by_party ON card (party) WHERE party <> 'individual';
CREATE INDEX card_by_kind ON card (kind) WHERE kind <> '';
CREATE INDEX address_by_zone_key ON address (zone_key) WHERE zone_key <> '';
CREATE INDEX standing_by_person_key ON standing (person_key) WHERE person_key <> '';
CREATE INDEX standing_by_last ON standing (last_contact_on) WHERE last_contact_on IS NOT NULL;
CREATE INDEX standing_by_grade ON standing (grade) WHERE grade IS NOT NULL;
CREATE INDEX standing_by_class ON standing (class) WHERE class <> 'investigate';
CREATE INDEX standing_by_best ON standing (best) WHERE best <> 'ideal';
CREATE INDEX standing_by_position ON standing (position) WHERE position <> 'drift';
CREATE INDEX value_by_sort_key ON value (field, sort_key, card) WHERE seq = 0 AND sort_key <> '';
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('card',3);
INSERT INTO "sqlite_sequence" VALUES('phone',3);
INSERT INTO "sqlite_sequence" VALUES('address',1);
INSERT INTO "sqlite_sequence" VALUES('person',1);
INSERT INTO "sqlite_sequence" VALUES('journal',14);
INSERT INTO "sqlite_sequence" VALUES('contact',4);
INSERT INTO "sqlite_sequence" VALUES('promise',2);
INSERT INTO "sqlite_sequence" VALUES('assertion',2);
INSERT INTO "sqlite_sequence" VALUES('move',1);
INSERT INTO "sqlite_sequence" VALUES('assessment',1);
INSERT INTO "sqlite_sequence" VALUES('score',5);
INSERT INTO "sqlite_sequence" VALUES('own_field',2);
INSERT INTO "sqlite_sequence" VALUES('detail',1);
COMMIT;
