"""The words that stand over the columns of tables, in the languages in which people write them."""

from .fields import Field

WORDS: dict[Field, str] = {
    Field.NAME: """
        name; full name; fullname; display name; person; person name; employee name;
        contact name; staff name; member name; employee; nom complet; nom et prenom;
        nombre completo; nombre y apellidos; nome completo; vollständiger name; anzeigename;
        naam; navn; namn; nimi; volledige naam; фио; ф и о; полное имя; 氏名; 名前; お名前;
        姓名; 名字; 이름; 성명; الاسم; שם; שם מלא; ονοματεπώνυμο; imię i nazwisko; ad soyad;
        jméno a příjmení; nev; nume; ime; cn; common name; last name first name;
        first name last name; lastname firstname; surname first name; surname forename;
        nachname vorname; name vorname; vorname nachname; vorname name; nom prenom;
        nom et prénom; prénom nom; prénom et nom; apellidos nombre; apellidos y nombre;
        apellidos y nombres; nombre y apellido; cognome nome; cognome e nome; nome e cognome;
        nominativo; nome e sobrenome; nombre del funcionario; name of officer;
        name of official; name of employee; name mitarbeiter; name des mitarbeiters;
        name der person; employee full name; för och efternamn; fullständigt namn; fulde navn;
        fullt navn; koko nimi; teljes név; celé jméno; nazwisko i imię; имя и фамилия;
        фамилия и имя; фамилия имя отчество; прізвище та ім я; піб; nume complet;
        nume și prenume; tam ad; adı soyadı; שם ושם משפחה; الاسم الكامل; 全名; フルネーム;
        họ và tên; nama; nama lengkap; jina""",
    Field.GIVEN: """
        given; given name; given names; first name; firstname; first; forename; forenames;
        vorname; prénom; prenom; nombre; nombres; nome; voornaam; fornavn; förnamn; etunimi;
        имя; 名; imię; ad; jméno; keresztnév; prenume; όνομα; primeiro nome; vornamen;
        rufname; prénoms; nombre de pila; nome próprio; prenumele; vorname n; nomi; prénom s;
        nombre s; adı; ім я; voornamen; roepnaam; fornavne; etunimet; 下の名前; fname;
        given names s; שם פרטי; الاسم الأول""",
    Field.MIDDLE: """
        middle; middle name; middle names; additional name; second name; отчество;
        middle initial; middle initials; mi; m i; second given name; other names;
        zweiter vorname; weitere vornamen; deuxième prénom; autres prénoms; segundo nombre;
        secondo nome; middelste naam; tussenvoegsel; nome do meio; segundo nome; mellannamn;
        mellemnavn; mellomnavn; drugie imię; patronymic; по батькові""",
    Field.FAMILY: """
        family; family name; last name; lastname; last; surname; nachname; familienname; nom;
        nom de famille; apellido; apellidos; cognome; sobrenome; apelido; achternaam;
        etternavn; efternavn; efternamn; sukunimi; фамилия; 姓; nazwisko; soyad; příjmení;
        vezetéknév; nume de familie; επώνυμο; family names; last names; surnames;
        primer apellido; apellido s; nom usuel; nom d usage; soyadı; прізвище; familienaam;
        efternavne; nazwiska; příjmení a; lname; sn; שם משפחה; اسم العائلة;
        últimos sobrenomes; último sobrenome; ultimo nome; último nome""",
    Field.SUFFIX: """
        suffix; name suffix; generational suffix; namenssuffix; suffixe; sufijo; suffisso;
        sufixo; achtervoegsel; generation""",
    Field.EMAIL: """
        email; e mail; mail; emails; email address; e mail address; e mail value; email value;
        mail address; correo; correo electrónico; courriel; adresse mail;
        adresse électronique; e mail adresse; posta elettronica; indirizzo email;
        correio eletrônico; e post; epost; sähköposti; электронная почта; почта; メール;
        メールアドレス; 邮箱; 電子郵件; 电子邮件; 이메일; البريد الإلكتروني; adres e mail;
        e posta; emailaddress; e mail addresses; email addresses; mailadresse; e mailadres;
        emailadres; adresse de messagerie; adresse e mail; adresse email; adresse courriel;
        adresse électronique professionnelle; mél; dirección de correo electrónico;
        dirección de correo; correo e; email institucional; correo institucional;
        indirizzo posta elettronica; indirizzo di posta elettronica; indirizzo e mail;
        endereço de email; endereço de e mail; endereço de correio eletrónico;
        correio eletrónico; e postadress; e postadresse; mejl; sähköpostiosoite; adres email;
        adres poczty elektronicznej; e mailová adresa; e mail cím; adresa de email;
        адрес электронной почты; эл почта; e posta adresi; электронный адрес;
        електронна пошта; דואר אלקטרוני; אימייל; 電子メール; eメール; eメールアドレス;
        電子メールアドレス; 电子邮箱; 邮件地址; smtp address; user principal name;
        userprincipalname; upn""",
    Field.PHONE: """
        phone; phones; phone number; telephone; telephone number; tel; mobile; mobile phone;
        mobile number; cell; cell phone; phone value; telefon; telefonnummer; téléphone;
        teléfono; telefono; telefone; celular; móvil; handy; telefoon; puhelin; телефон; 電話;
        電話番号; 电话; 전화; الهاتف; mobiltelefon; mobil; mobilnummer; rufnummer; telefon nr;
        tel nr; tél; tél portable; tél mobile; portable; téléphone portable; téléphone mobile;
        teléfono móvil; teléfono celular; cellulare; telefono cellulare; telemóvel; telemovel;
        mobiele telefoon; mobiel; telefoonnummer; mobiltelefonnummer; puhelinnumero;
        telefonszám; telefon komórkowy; komórka; numer telefonu; мобильный телефон; мобильный;
        телефон мобильный; cep telefonu; 携帯電話; 携帯; 手机; 手机号; 휴대폰; 휴대전화;
        טלפון; رقم الهاتف; extension number; direct line; direct dial; landline""",
    Field.LINK: """
        link; links; url; website; web site; web page; webpage; homepage; home page; linkedin;
        linkedin url; linkedin profile; profile; profile url; personal web page;
        website value; site web; sitio web; webseite; sito web; linkedin profile url;
        profil linkedin; perfil de linkedin; linked in; webpräsenz; internetseite; página web;
        page web; pagina web; webpagina; sivusto; strona internetowa; сайт; 网站;
        ウェブサイト; hemsida; orcid; public url""",
    Field.TAGS: """
        tags; tag; labels; category; categories; keywords; group membership; schlagworte;
        étiquettes; etiquetas; kategorien; catégories; categorías; stichwörter; mots clés;
        palabras clave; kategorie; catégorie; categoría; categoria; categorie; trefwoorden;
        contact tags; segments; groups""",
    Field.NOTES: """
        notes; note; comment; comments; remarks; bemerkungen; notizen; anmerkungen; remarques;
        notas; observaciones; commentaires; opmerkingen; description of contact; notiz;
        bemerkung; kommentar; kommentare; notities; anteckningar; noter; poznámky; uwagi;
        notatki; заметки; примечание; примечания; メモ; 备注; notater; observações;
        note personali""",
    Field.SOURCE_ID: """
        source id; champion tracker id; id; uid; unique id; person id; person number;
        employee id; employee number; employee no; staff id; staff number; staff no;
        personnel number; personnel no; contact id; member id; user id; record id;
        external id; guid; uuid; unique identifier; identifier; payroll number; matricule;
        personalnummer; matrícula; número de empleado; organizational id number; object id;
        objectid; object guid; azure ad object id; sam account name; samaccountname;
        employee code; emp id; emp no; pers nr; personal nr; personen id; mitarbeiternummer;
        mitarbeiter id; numéro d employé; identifiant; legajo; número de legajo;
        codice dipendente; numero di matricola; personeelsnummer; medarbejdernummer;
        anställningsnummer; номер сотрудника; табельный номер; 社員番号; 工号; 사번;
        contactid; personid; person uuid; orcid id; resource id""",
    Field.TITLE: """
        title; job title; position; position title; role; post title; job; function;
        occupation; designation; post; organization title; job role; berufsbezeichnung;
        funktion; position im unternehmen; stelle; stellenbezeichnung; titel; titre; poste;
        fonction; intitulé du poste; cargo; puesto; título; titolo; qualifica; ruolo;
        incarico; função; functie; tittel; stilling; befattning; tehtävänimike; должность;
        役職; 職位; 职位; 职务; 직위; 직책; المسمى الوظيفي; stanowisko; unvan; job titles;
        position titles; office title; working title; business title; functional title;
        official title; civil service title; professional title; job description title;
        current position; current title; current role; post name; rank title;
        position in der organisation; dienststellung; amtsbezeichnung; dienstbezeichnung;
        planstellenbezeichnung; arbeitstitel; arbeidstitel; tätigkeit; beruf; rolle;
        titre professionnel; titre du poste; emploi; qualité; métier; rôle; mandat;
        puesto de trabajo; función; rol; denominación del puesto; posizione; professione;
        carica; mansione; profilo professionale; cargo atual; posição; titulo; profissão;
        functietitel; beroep; jobbtitel; yrke; stillingsbetegnelse; arbetstitel; nimike;
        pozice; funkce; pracovní pozice; munkakör; beosztás; funcție; funcția; pozycja;
        посада; должность в организации; görev; görevi; pozisyon; θέση; ιδιότητα; תפקיד;
        تعيين; الوظيفة; 役職名; 肩書; 肩書き; 职称; 頭銜; 직책명; chức vụ; jabatan""",
    Field.ORGANIZATION: """
        organization; organisation; organization name; organisation name; org; company;
        company name; employer; agency; institution; ministry; chamber; authority; firma;
        unternehmen; behörde; entreprise; société; organisme; ministère; empresa;
        organización; organismo; organizzazione; azienda; ente; ministero; organização;
        organisatie; bedrijf; organisaatio; организация; компания; 組織; 会社; 会社名; 公司;
        单位; 机构; 회사; 조직; المؤسسة; kurum; organizacja; agency name; account name;
        employer name; public institution name; name der organisation; organisationsname;
        einrichtung; dienststelle; arbeitgeber; nom de l organisation; nom de l entreprise;
        administration; établissement; employeur; collectivité; nombre de la empresa;
        nombre de la organización; institución; entidad; dependencia; compañía; società;
        nome azienda; nome dell organizzazione; amministrazione; nome da empresa; órgão;
        instituição; entidade; bedrijfsnaam; naam organisatie; werkgever; instelling; företag;
        organisationsnamn; myndighet; virksomhed; firmanavn; bedrift; organisasjon; yritys;
        virasto; organizace; společnost; úřad; szervezet; cég; vállalat; instituție;
        organizație; companie; instytucja; urząd; nazwa firmy; учреждение; ведомство; орган;
        організація; şirket; kuruluş; οργανισμός; φορέας; εταιρεία; ארגון; חברה; مؤسسة;
        الشركة; 会社 名; 組織名; 所属; 单位名称; 機構; 회사명; 기관; tổ chức; instansi""",
    Field.AREA: """
        area; business area; unit; department; dept; division; directorate; business unit;
        organizational unit; organisational unit; team; section; branch;
        organization department; bereich; abteilung; referat; einheit; service; département;
        direction; unité; área; departamento; dirección; unidad; reparto; direzione; ufficio;
        settore; setor; afdeling; avdeling; avdelning; osasto; отдел; подразделение; 部署;
        部門; 部门; 부서; القسم; dział; departman; department name; division name; unit name;
        business area name; office name; directorate general; dg; section name; sub unit;
        subunit; supervisory organization; organization unit; org unit; organisation unit; ou;
        programme area; portfolio; fachbereich; sachgebiet; organisationseinheit; dezernat;
        amt; abteilung der organisation; fachabteilung; pôle; secteur; bureau; sous direction;
        direction générale; departement; secretaría; negociado; sección; servicio; gerencia;
        area organizzativa; dipartimento; ripartizione; unità organizzativa; divisione;
        departamento ou setor; secretaria; diretoria; afdelingsnaam; dienst; enhet; enhed;
        sektion; avdelningsnamn; yksikkö; oddělení; odbor; útvar; osztály; szervezeti egység;
        departament; direcție; wydział; komórka organizacyjna; управление; департамент;
        подразделение организации; відділ; birim; müdürlük; τμήμα; διεύθυνση υπηρεσίας; מחלקה;
        אגף; الإدارة; 部署名; 課; 部; 科室; 부서명; phòng ban; unit kerja""",
    Field.START: """
        start; start date; since; in post since; appointed; date of appointment;
        date appointed; appointment date; begin; begin date; valid from; seit; eintrittsdatum;
        beginn; date de début; depuis; fecha de inicio; desde; data inizio; data de início;
        дата начала; in role since; in position since; position start date; role start date;
        appointment start; start of appointment; term start; began; from; dienstantritt;
        seit wann; en poste depuis; date de nomination; date de prise de fonction;
        fecha de nombramiento; fecha de ingreso al cargo; data di nomina; data nomeação;
        ingangsdatum; tiltrådt; tillträdde; kezdete; с даты; 就任日; 任职日期""",
    Field.END: """
        end; end date; until; left on; leaving date; date left; valid to; valid until; bis;
        enddatum; ende; date de fin; fecha de fin; hasta; data fine; data de término;
        дата окончания; term end; end of appointment; position end date; role end date;
        appointment end; to; austritt; austrittsdatum; date de fin de fonction; fecha de cese;
        data cessazione; einddatum; 退任日""",
    Field.POST_ID: """
        post id; post unique reference; post reference; post ref; post number; post no;
        position id; position number; position reference; position no; job id; role id;
        stellennummer; planstelle; numéro de poste; post unique id; position code;
        post code number; planstellennummer; stellen nr; planstellen nr; numéro de position;
        código de puesto; funktionsnummer""",
    Field.OTHER: """
        ignore; skip; none; nothing; other; reports to; reports to senior post; manager;
        line manager; grade; pay band; band; salary band; address; location; office location;
        city; country; nickname; birthday; gender; fax; photo; party; prefix; name prefix;
        honorific; salutation; language; connected on; anniversary; initials; initialen;
        initiales; iniciales; anrede; civilité; tratamiento; aanhef; titolo di cortesia;
        namenspräfix; hire date; eintritt; eintrittsdatum firma; cost center; connecté le;
        conectado el; kontaktdatum; collegato il; conectado em; verbonden op; photo url;
        display picture; account owner; contact owner""",
}
"""What each field is called; parted by semicolons, compared by `columns.key`."""

WEAK_WORDS: dict[Field, str] = {
    Field.NAME: """
        worker; member; officer; official; incumbent; postholder; post holder; office holder;
        holder; user; staff; staff member; colleague; individual; councillor; legislator; minister;
        mitarbeiter; ansprechpartner; interlocuteur; titulaire; titular; funcionario; dipendente;
        medewerker""",
    Field.TITLE: "job profile; profession; rank; capacity",
    Field.ORGANIZATION: "account; council; parent organisation; parent organization; customer",
    Field.AREA: "office; group; sector; location name",
}
"""What means a field only where no other column does."""

QUALIFIERS = """
    contact; work; business; office; home; primary; secondary; other; personal; official; direct;
    main; car; private; professional; corporate; alternate; alternative; preferred; value; company
    issued; dienstlich; dienstliche; geschäftlich; geschäft; privat; private; primäre; primär;
    sekundäre; weitere; weiteres; arbeit; wert; bureau; domicile; travail; professionnel;
    professionnelle; personnel; personnelle; principal; principale; valeur; pro; trabajo; del;
    particular; casa; oficina; secundario; secundaria; laboral; valor; ufficio; lavoro; abitazione;
    privato; aziendale; valore; op; werk; thuis; zakelijk; zakelijke; privé; waarde; trabalho;
    comercial; residencial; arbete; arbeid; jobb; hem; hjem; służbowy; domowy; рабочий; рабочая;
    домашний; личный; личная"""
"""Which address or number of one's own it is."""

PHONE_WORDS = """
    phone; telephone; tel; mobile; cell; telefon; mobil; mobiltelefon; handy; téléphone; tél;
    portable; teléfono; móvil; celular; telefono; cellulare; telefoon; mobiele; telefone;
    telemóvel; телефон; мобильный; number; numbers; nr; no; numéro; número; numero"""

PEOPLE_WORDS = """
    contact; employee; member; staff; person; officer; official; incumbent; user; worker;
    appointee; holder; candidate; councillor; attendee; participant; delegate; speaker; author"""
"""Whose name, title or address it is, where a header says so."""

LANGUAGES = "en; fr; eng; fra; english; french"
"""Of a table in several languages; the first one counts."""

FORMS_OF_ADDRESS = """
    m; mr; mrs; ms; miss; mx; dr; drs; prof; professor; sir; dame; hon; the hon; rt hon; rev; herr;
    frau; mme; mlle; monsieur; madame; dhr; mevr; mw; sr; sra; srta; don; doña; sig; sigra; sig ra;
    dott; dottssa; dott ssa; ing; avv; arch; geom; hr; fr; fru; pan; pani; dipl ing; г н; г жа"""
"""What some programs put under *Title*."""
