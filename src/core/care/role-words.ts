/** Words that stand with a capital after "patient" and name a role, a service, a document, a day: anything but a person. */
export const ROLE_WORDS: ReadonlySet<string> = new Set(
  (
    'access accident accounting activity acuity admin administration administrator admission admissions advice ' +
    'advisory advocacy advocate advocates affairs aid allocation ambassador and app appointment appointments ' +
    'assessment assessments assistant assistants at aware bed blood board booking bookings buddy campaign care ' +
    'carer carers case catering centred centre centered centric champion champions charter choice clinic clinical ' +
    'coach collaborative comfort committee communication community companion complaints confidentiality connect ' +
    'contact coordination coordinator council counsellor day deterioration development dignity direct director ' +
    'directions discharge education educator engagement entertainment environment enablement experience ' +
    'experiences facing falls family feedback first flow focus follow forum gateway group groups handling ' +
    'handover handovers harm health home hoist hub identification identity improvement incident inclusion ' +
    'information initiated insight insights intake interviews involvement journey knows lead leadership leads ' +
    'learning led level liaison library line list lists logistics lounge management manager managers manual ' +
    'mealtime measures medication meeting monitoring movement moving navigation navigator navigators network ' +
    'nurse nurses nutrition observation observations officer ombudsman online operations outcome outcomes ' +
    'outreach panel participation partner partners partnership partnerships passport pathway pathways placement ' +
    'platform policy portal practice procedure program programme project property protection public quality ' +
    'records recovery referral registration relations relationship relationships report reported reporting ' +
    'representative representatives research response rights risk rounds safety satisfaction scheduler scheduling ' +
    'screening secretary self service services simulation social specialist stories story strategy support survey ' +
    'surveys team teams technology theatre therapy track tracker tracking trainer training transfer transfers ' +
    'transport transporter transportation travel treatment triage trust unit update user video virtual visit ' +
    'visits voice voices voluntary volunteer volunteers ward watch week welfare wellbeing association conference ' +
    'consent form forms record system systems product products tissue viability rehab chart charts notes note ' +
    'letter letters leaflet leaflets guide guidelines guideline audit audits toolkit tool tools data database ' +
    'file files index score scores scale hygiene pressure wound cancer stroke diabetes dementia palliative ' +
    'cardiac renal respiratory surgical medical mental maternity paediatric pediatric neonatal emergency critical ' +
    'intensive acute plan plans planning oncology pharmacy radiology study leader leaders chaperone ' +
    'rehabilitation national local regional international royal general equipment waiting times time area areas ' +
    'zone early warning controlled own drug drugs device devices monitor monitors upgrade supply supplies trial ' +
    'trials lift sitter observer accounts financial finance bank call bell alarm meal meals menu diary diaries ' +
    'hotel hostel kitchen pantry laundry linen gown gowns wristband wristbands label labels barcode scanner pump pumps ' +
    'shower toilet garden chapel chaplaincy spiritual wheelchair fall sepsis covid flu vaccine vaccination hand ' +
    'hands hour hours weekly daily monthly annual global world summer winter spring autumn end life long term ' +
    'short new old open free high low red amber green blue black white yellow one two three zero big small full ' +
    'half last next best right left january february march april may june july august september october november ' +
    'december monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun hca hcas rn ' +
    'rns sn cna cnas np md sho registrar student students staff charge midwife midwives physio physiotherapist ' +
    'therapist pharmacist radiographer paramedic porter porters band grade shift bay side room floor building ' +
    'site nhs epic cerner datix ecg ekg mri xray icu itu hdu cqc nice nmc gmc rcn hcpc psirf news ews sbar pals ' +
    'ppi ppg pgd pgds vip er ed ae uk us usa england wales scotland london christmas easter a an i we he she they ' +
    'it you my our the this that these those when what who how why if in on of to for from with by as but or so ' +
    'then there here was were is are has had have will would could should can did does do not no yes also today ' +
    'yesterday tomorrow tonight after before during because while until since great good thanks thank dr doctor ' +
    'sister matron prof professor consultant mentor mentee reviewed died needed asked told said came went about ' +
    'id ids iv ot bp ct ai hr gp gps ots pt pts pa pas pod icb ambulance always never comes every each matters ' +
    'often sometimes usually only just even still again once ever almost really very too more most less many much ' +
    'few some any all both either neither none other another same such being been be am got get gets give gives ' +
    'given take takes make makes made put let lets say says saying see sees seen saw know think thinks feel feels ' +
    'felt want wants wanted need needs help helps helped keep keeps kept leave leaves find finds found show shows ' +
    'showed calls called ask asks tell tells talk talks talked speak speaks spoke walk walks walked sit sits ' +
    'stand stands stood fell lost lose try tries tried use uses used turn turns turned start starts started stop ' +
    'stops stopped wait waits waited stay stays stayed arrived arrives deserves deserve wins won must might shall ' +
    "cannot won't can't don't isn't wasn't between among over under above below into onto off out up down through " +
    'across around against without within behind beside near per via like unlike than nor yet please hello hi hey ' +
    'dear kind regards ok okay welcome sorry well better worse worst poster posters newsletter bulletin workshop ' +
    'seminar webinar lecture course courses module modules certificate diploma award awards prize fund grant ' +
    'charity trustee trustees governor governors executive president chief head deputy associate senior junior ' +
    'principal clerk receptionist interpreter interpreters translator dietitian surgeon surgeons physician ' +
    'physicians anaesthetist intern resident fellow attending hospitalist tech technician techs aide aides ' +
    'caseload load ratio ratios numbers number mix dependency length boarding corridor corridors cohort cohorts ' +
    'population populations society societies club federation union initiative challenge standard standards ' +
    'framework frameworks protocol protocols pack packs kit kits box boxes bag bags card cards badge badges ' +
    'sticker stickers sign signs signage screen screens tablet tablets phone phones website web page pages link ' +
    'links email emails text texts message messages inbox poll quiz question questions answer answers history ' +
    'histories examination exam exams test tests sample samples result results bloods scan scans image images ' +
    'imaging x-ray english welsh scottish irish british american european african asian french german spanish ' +
    'italian portuguese polish romanian somali arabic urdu hindi punjabi bengali tamil cantonese mandarin chinese ' +
    'japanese korean vietnamese tagalog turkish kurdish farsi persian russian ukrainian greek hebrew yoruba igbo ' +
    "swahili muslim christian jewish hindu sikh epilepsy asthma parkinson's alzheimer's copd mrsa hiv ms dnacpr " +
    'respect tep news2 gcs cpr als bls ils peg picc uniform parking canteen cafe shop corner hall house court ' +
    "street road avenue lane wing block tower ward's memorial infirmary institute college school university " +
    "academy faculty department dept division directorate group's magazine journal book books film films festival " +
    'fair fayre race run relay marathon sport sports choir reps rep rounding huddle huddles brief debrief ' +
    'debriefs ward-round round walkabout drive drives scheme schemes pilot pilots blueprint model models map maps ' +
    'mapping diagram template templates checklist checklists bundle bundles apps lab labs laboratory bays units ' +
    'suite ambition ambitions promise pledge pledges goal goals aim aims target targets value values ethos ' +
    'culture honesty compassion courage commitment competence kindness hope joy faith grace mercy patience peace ' +
    'mark rose concierge hostess host greeter butler steward warden marshal security police reception switchboard ' +
    'met knew hit hurt bit sent brought paid drove chose broke slept heard held read meant became stable unwell ' +
    'anxious angry sad happy rude calm alert awake asleep ready alone elderly frail deaf blind confused agitated ' +
    'comfortable female male man woman lady gentleman boy girl child baby mother father wife husband son daughter ' +
    'brother relative relatives visitor visitors friend friends mum dad parent parents patient patients refused ' +
    'refuses going doing having whiteboard escort escorts belongings buggy questionnaire specialty specialties ' +
    'bedside hydration mouth pain sleep food drink water privacy language ally allies expert experts simulated ' +
    'consent-form cannula catheter drain drip tube dressing swab stoma pacemaker ventilator oxygen nebuliser ' +
    'inhaler insulin heparin warfarin morphine paracetamol antibiotics eid diwali ramadan hanukkah passover ' +
    'halloween thanksgiving vaisakhi lunch party dinner breakfast tea coffee radio podcast podcasts trolley ' +
    'trolleys wi-fi wifi buzzer chair chairs slippers pillow pillows blanket television televisions hospitality ' +
    'concert quilt mural art music arts museum sculpture café cinema playlist whatsapp facebook instagram youtube ' +
    'zoom excel powerpoint outlook sharepoint mychart emis systmone lorenzo meditech allscripts vocera careflow ' +
    'nervecentre rio arrival arrivals departure departures kiosk kiosks rollout car cars taxi minibus shuttle ' +
    'helicopter landing gate gates door doors window windows wall walls floors ceiling stairs stairwell lobby ' +
    'atrium foyer cupboard cupboards store stores storage warehouse depot base bases bench desk desks counter ' +
    'queue queues ticket tickets token tokens number-plate signpost banner banners flag flags mirror mirrors ' +
    'curtain curtains bedding mattress mattresses cot cots crib cribs bassinet stretcher stretchers slide slides ' +
    'sling slings frame frames walker walkers stick sticks crutch crutches brace splint splints boot boots shoe ' +
    'shoes sock socks stocking stockings nappy pad pads wipe wipes glove gloves mask masks apron aprons visor ' +
    'visors soap sanitiser sanitizer gel towel towels flannel toothbrush denture dentures hearing glasses wig ' +
    'wigs razor comb clothing clothes nightwear pyjamas menus snack snacks fruit supper dessert sandwich soup ' +
    'diet diets fluid fluids feed feeds thickener straw cup cups jug jugs tray trays plate plates cutlery ' +
    'manifesto vision mission method methods methodology measure metric metrics kpi kpis dashboard dashboards ' +
    'benchmark benchmarking baseline trend trends statistics stats figure figures table tables graph graphs ' +
    'budget budgets cost costs costing price pricing fee fees tariff tariffs invoice invoices payment payments ' +
    'income revenue saving savings debt contract contracts tender tenders procurement law laws legal act acts ' +
    'regulation regulations rule rules duty duties candour candor ethics bioethics governance assurance ' +
    'inspection inspector inspectors regulator regulators accreditation licence license licensing harmony ' +
    'happiness joyfulness smile smiles laughter gratitude gift gifts poem poems song songs memory memories tree ' +
    'trees gardens parks pond minute minutes second seconds moment moments morning mornings afternoon afternoons ' +
    'evening evenings night nights weekend weekends holiday holidays season seasons year years decade century ' +
    "january's monday's beginner beginners novice novices apprentice apprentices trainee trainees learner " +
    'learners graduate graduates alumni preceptor preceptors preceptee coaches supervisor supervisors assessor ' +
    'assessors examiner examiners accountant analyst analysts architect auditor auditors baker biologist ' +
    'bookkeeper broker builder buyer caretaker chaplain chaplains chemist chef chefs cleaner cleaners cook cooks ' +
    'counsellors dentist dentists designer developer developers doctors driver drivers editor electrician ' +
    'engineer engineers epidemiologist estates facilitator facilitators firefighter gardener geneticist guard ' +
    'guards guardian guardians handyman helper helpers historian housekeeper housekeepers housekeeping ' +
    'investigator investigators janitor judge lawyer librarian lifeguard matrons mechanic messenger minister monk ' +
    'negotiator nun nutritionist operator operators optician optometrist orderly orderlies organiser organizer ' +
    'painter pastor pathologist pathologists pharmacists phlebotomist phlebotomists phlebotomy photographer ' +
    'physicist planner planners plumber podiatrist podiatry podiatrists policeman practitioners priest producer ' +
    'programmer psychiatrist psychiatrists psychologist psychologists rabbi radiologist radiologists reader ' +
    'readers recruiter recruiters registrars researcher researchers reviewer reviewers sailor scientist ' +
    'scientists scribe scribes sergeant servant sonographer sonographers speaker speakers sponsor sponsors ' +
    'stakeholder stakeholders statistician stylist superintendent teacher teachers technologist technologists ' +
    'telephonist trader treasurer tutor tutors typist undertaker vet vicar waiter watchman welder worker workers ' +
    'writer writers abdomen ankle arm arms back bladder bone bones bowel bowels brain breast chest ear ears elbow ' +
    'eye eyes face finger fingers foot feet gut hair heart hip hips jaw joint joints kidney kidneys knee knees ' +
    'leg legs limb limbs liver lung lungs muscle nail nails neck nerve nose pelvis rib ribs shoulder skin skull ' +
    'spine stomach throat thumb tibia toe toes tongue tooth teeth vein veins wrist abuse airway allergy allergies ' +
    'amputation anaemia anaphylaxis angina appendicitis arrest arthritis bleed bleeding bruise burn burns chemo ' +
    'chemotherapy cholesterol clot clots cold colds collapse coma confusion cough coughs delirium depression ' +
    'dialysis diarrhoea dizziness embolism faint fever fit fits fracture fractures haemorrhage hepatitis hernia ' +
    'hypertension hypoxia infection infections influenza injury injuries jaundice malaria measles migraine ' +
    'miscarriage nausea neglect obesity oedema overdose paralysis pneumonia poisoning pregnancy psychosis rash ' +
    'seizure seizures self-harm shock sickness smoking suicide swelling syncope tb thrombosis transplant ' +
    'transplants trauma tuberculosis tumour ulcer ulcers virus vomiting vte weakness agenda almanac anthology ' +
    'archive archives article articles atlas briefing briefings brochure calendar calendars catalogue chapter ' +
    'circular comic contents copy correspondence digest document documents draft drafts edition editions ' +
    'encyclopedia essay essays factsheet factsheets flyer flyers folder folders gazette glossary handbook ' +
    'handbooks headline headlines item items logbook logbooks memo memos memoir narrative narratives novel ' +
    'pamphlet pamphlets paper papers paragraph photo photos picture pictures postcard postcards preface press ' +
    'print prints profile profiles prompt prompts proposal proposals prose publication quote quotes receipt ' +
    'receipts recipe register registers registry reminder reminders rota rotas roster rosters script scripts ' +
    'section sections series sheet sheets subject subjects summary summaries syllabus synopsis testimonial ' +
    'testimonials textbook thesis title titles topic topics transcript transcripts translation volume vol ability ' +
    'absence abundance acceptance account achievement achievements action actions adaptation address advance ' +
    'advantage adventure agency agencies agent agents agreement agreements air alarms alerts alliance alliances ' +
    'alternative analytics anchor angel angels animal animals anniversary announcement announcements anxiety ' +
    'apology appeal appeals application applications approach approval arrangement arrangements arrow assembly ' +
    'asset assets attendance attendances attention attitude attitudes audience author authority authorities ' +
    'automation awareness backlog backlogs backup balance banks bar barometer barrier barriers basics basket ' +
    'batch battle beacon behaviour behavior belief beliefs benefit benefits bereavement bias bike bill bills ' +
    'biopsy bird birthday birthdays bond bonds bonus boost border boundary boundaries breach breaches break ' +
    'breaks breakthrough breath breathing bridge bridges broadcast budgeting burden burdens bureau business ' +
    'camera cameras camp campus capacity captain carbon career careers cash category categories cause causes ' +
    'ceremony chain chains chance change changes channel channels chaos character chat choices circle circles ' +
    'citizen citizens civic claim claims clarity class classes clean cleaning client clients climate clock cloud ' +
    'code codes collection colour colours column comment comments commission commissioner commissioners commons ' +
    'compact company comparison compensation competition compliance compliment compliments concept concern ' +
    'concerns condition conditions conduct conflict conflicts connection connections conscience consensus ' +
    'consultation consultations consumer contacts context contribution control controls conversation ' +
    'conversations corps correction counselling count counts country couple creation credit credits crisis ' +
    'criteria criticism crowd cure customer customers cycle deal deals death deaths debate decision decisions ' +
    'decline defence deficit degree delay delays delivery deliveries demand demands democracy demographics ' +
    'description destination detail details detox diagnosis diagnostics dialogue difference difficulty digital ' +
    'dilemma dilemmas discovery discussion discussions disease diseases disability disorder display displays ' +
    'dispute disputes distance distress diversity divide dream dreams dress drill drills edge effect effects ' +
    'efficiency effort efforts element elements emotion emotions empathy empowerment encounter encounters energy ' +
    'enquiry enquiries entry equality equity error errors escalation estate event events evidence example ' +
    'examples excellence exchange exercise exercises exit expectation expectations expense expenses expertise ' +
    'exposure facility facilities fact factor factors failure failures fairness fast fatigue fault fear fears ' +
    'feature features feeling feelings fellowship field fields fight finder finding findings fire fitness fix ' +
    'force forces forecast format formula foundation freedom fuel fun function functions funding future gap gaps ' +
    'gathering generation giving glance goodbye goods government grief ground grounds growth guarantee guest ' +
    'guests habit habits handout handouts hazard hazards healing hear heat heritage hero heroes highlight ' +
    'highlights homes honour hospital hospitals household human humour idea ideas illness illnesses impact ' +
    'impacts importance impression incentive incidents independence industry inequality inequalities influence ' +
    'injustice innovation innovations input inputs inquiry inquest insurance integration integrity intelligence ' +
    'intention interaction interactions interest interests interface internet interpretation interval ' +
    'intervention interventions introduction introductions invitation invitations issue issues job jobs judgement ' +
    'justice key keys knowledge labour ladder land layout league legacy lesson lessons levels liability lifestyle ' +
    'light lights limit limits listening litigation living loan location locations lock log logs loss losses love ' +
    'loyalty luck machine machines mail majority margin market markets matter meaning means mediation medicine ' +
    'medicines medics member members membership mentors mentees merger metaphor mind mindset minority mistake ' +
    'mistakes mobile mode mood morale mortality motion move moves myth myths name names nature neighbour ' +
    'neighbourhood newsletters noise norm notice notices object objection objects obligation occasion occupancy ' +
    'offer offers office offices opinion opinions opportunity opportunities option options order orders ' +
    'organisation organization origin outbreak output overview owner ownership pace package packages packet ' +
    'panels panic parade passage passion past patch path paths pattern patterns pause pay penalty people ' +
    'percentage perception performance period permission person personnel perspective perspectives petition ' +
    'philosophy place places plaque play player players point points policies politics pool poverty power ' +
    'practices praise preference preferences preparation presence presentation presentations preservation pride ' +
    'principle principles prison problem problems process processes profession professional professionals profit ' +
    'progress promotion proof prospect provider providers provision pulse purchase purpose pursuit quest quota ' +
    'radar rail rain rally ramp range rank rate rates rating ratings reach reaction readiness readmission ' +
    'readmissions reality reason reasons recognition recommendation recorder reduction reflection reflections ' +
    'reform region relief religion remark repair repeat reply request requests requirement requirements rescue ' +
    'reserve residence residents resilience resolution resource resources responsibility rest restraint return ' +
    'returns reunion review reviews revolution reward rewards ring rise ritual rituals river role roles roll roof ' +
    'root roots route routes routine rows rush safe safeguarding sale sales sanctuary science scope scrutiny seat ' +
    'seats secret secrets sector selection seminars sense sensor sensors sentiment separation sequence session ' +
    'sessions setting settings shadow shape share sharing shelf shield shops signal signals silence sites ' +
    'situation situations size sizes skill skills smart snapshot soul sound source space spaces speech speed ' +
    'spirit split spotlight spread stability stage stages stakes stamp star stars statement statements station ' +
    'stations status step steps stigma stock stone strain strand stream streams strength strengths stress strike ' +
    'strikes structure structures struggle struggles style success suggestion suggestions summit supervision ' +
    'surge surgery surgeries surprise surveillance survival survivor survivors suspicion symbol symptom symptoms ' +
    'synergy tactic talent task tasks taste tax teamwork technique telehealth telemedicine tension terms ' +
    'territory theme themes theory thinking thread threat thresholds threshold timeline timelines timetable tip ' +
    'tips tone torch touch tour tours town toy toys trace trade tradition traffic transition transitions ' +
    'transparency trap treasure trip trips trouble truth type types understanding unity upload usage vacancy van ' +
    'variation variety vehicle venue version versions victim victory view viewpoint views village visibility ' +
    'voicemail vote voucher vouchers vulnerability war warnings waste wave way ways wealth weather wheel wheels ' +
    'whole wind winner winners wisdom wish wishes women word words work working workforce workflow workflows ' +
    'workload workplace workshops worry worries worth wrap writing youth zones st guy guys addison crohn ' +
    'parkinson alzheimer hodgkin huntington graves cushing barrett tourette raynaud foley kardex apgar waterlow ' +
    'barthel rockwood braden glasgow morse abbey bristol hickman yankauer venturi trendelenburg valsalva epley ' +
    'babinski doppler holter braun lewy charcot wernicke munchausen stryker hill-rom alaris philips mindray ' +
    'omnicell pyxis'
  ).split(' '),
)
