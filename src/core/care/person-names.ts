/**
 * Given names and surnames common, in many languages, among patients and staff of British and American hospitals, in lower case. Left out
 * are those that are words of their own after "patient" (may, will, mark, grace, hope, joy, june, rose, brown, walker).
 */
export const PERSON_NAMES: ReadonlySet<string> = new Set(
  (
    'aaron park abdul abdullah abigail adam adele agnes agnieszka ahmed aisha alan albert alex alexander ' +
    'alexandra alfred ali alice alison amanda amelia amir amy ana andrea andrew angela anita ann anna anne annie ' +
    'anthony antonio arthur audrey barbara beatrice ben benjamin bernard beryl beth bethany betty beverley brenda ' +
    'brian bridget bruce carl carla carlos carmen carol caroline catherine cecilia charles charlie charlotte ' +
    'chidi chinedu chloe chris christina christine christopher claire clara colin connor craig cynthia daisy ' +
    'daniel daphne darren dave david deborah debra denise dennis derek diana diane dmitri dolores donald donna ' +
    'doreen doris dorothy douglas dylan edith edward edwin eileen elaine eleanor elena elizabeth ella ellen elsie ' +
    'emily emma eric erica ernest esther ethan ethel eva evelyn fatima fiona florence frances francis fred ' +
    'frederick freya gareth gary gavin geoffrey george georgia gerald geraldine gillian gladys glenn gloria ' +
    'gordon graham gregory gwen hannah harold harriet harry hassan heather helen henry herbert hilda hugh ian ' +
    'ibrahim irene iris isaac isabel isabella isla jack jackie jacob jacqueline jake james jamie jane janet ' +
    'janice jason javier jean jeffrey jennifer jeremy jessica jill jim joan joanna joanne joe john johnny ' +
    'jonathan jordan jose joseph joshua joyce juan judith judy julia julian julie karen karl kate katherine ' +
    'kathleen katie kayleigh keith kelly ken kenneth kerry kevin khadija kim kwame kyle laura lauren lawrence ' +
    'leah leonard leslie liam lilian lily linda lisa lorraine louis louise lucas lucy luis luke lynn mabel ' +
    'malcolm manuel margaret maria marian marie marilyn marjorie martha martin mary mateusz matthew maureen mei ' +
    'melissa mia michael michelle mildred mohamed mohammad mohammed moira molly monica muhammad muriel nancy ' +
    'naomi natalie neil nicholas nicola nicole nigel nora norma norman olga oliver olivia oluwaseun omar oscar ' +
    'owen pamela patricia paul paula pauline peggy peter philip phillip phoebe phyllis piotr priya rachel ralph ' +
    'raymond rebecca reginald richard robert robin roger ronald rosa rosemary ross roy ruby russell ruth ryan ' +
    'sally sam samantha samuel sandra sanjay sara sarah scott sean sharon sheila shirley simon siobhan sofia ' +
    'sophia sophie stanley stella stephanie stephen steve steven stuart sunita susan suzanne sylvia teresa ' +
    'terence thelma theresa thomas tim timothy tina tom tomasz tony tracey tracy trevor valerie vera veronica ' +
    'vikram vincent violet walter wayne wendy wilfred william winifred yasmin yusuf yvonne zainab zoe smith jones ' +
    'taylor williams wilson johnson davies patel wright thompson evans roberts khan singh hussain begum kaur ' +
    'robinson hughes edwards lewis harris clarke jackson cooper murphy bailey bennett campbell mitchell simpson ' +
    'anderson macdonald mcdonald stewart robertson morrison okafor adeyemi nguyen garcia rodriguez martinez ' +
    'hernandez lopez gonzalez perez sanchez ramirez torres flores rivera gomez diaz reyes chen wang zhang ' +
    "kowalski nowak shah sharma chowdhury rahman hossain iqbal mahmood malik akhtar o'brien o'connor o'neill " +
    'mensah owusu santos silva fernandes aarav abby abbie abdi abdirahman abdullahi abebe abena abimbola abiola ' +
    'ada adaeze adebayo adriana adrian adwoa afua agatha ahmad aidan aiden aileen ailsa akash akiko akira akosua ' +
    'alejandra alejandro alessandra alessandro alexandru alfonso alfie alicia alicja alina alistair allan allen ' +
    'allison alma alonso alvaro amal amaka amara ambrose amelie amina aminata amirah amit amrita anastasia andre ' +
    'andreas andrei andrej andrzej andy angelica angelina angus anh anil anika anisa anjali anneke annette annika ' +
    'ansh anthea antoine antonella antonia anton anwar aoife arjun arlene armando arnold arun arvind asha asif ' +
    'asma astrid ava avi ayaan ayesha ayo ayodele ayse babatunde bao bartosz bashir basil beatrix beata belinda ' +
    'bella benedict bernadette bernice bertha bianca bilal billy blessing bob bogdan bola bolanle boris brandon ' +
    'brendan brianna bronagh bronwen bronwyn bryan caitlin callum cameron camila carlo carmel carole carolina ' +
    'carrie catalina cedric celia cerys chad chandra chantal charmaine chelsea cheryl chiamaka chiara chidinma ' +
    'chike chinwe chioma chuka chukwuemeka ciara cian cillian clare claudia claudio clement clifford clive cody ' +
    'colette colleen concepcion conor constance corinne cormac cornelius cristina cuthbert dafydd daisuke dalia ' +
    'damian damilola dana danielle danuta daria darius dariusz darnell darragh deepa deepak deirdre delia delroy ' +
    'demetrius dervla desmond deshawn devon dewi diarmuid diego dieter dilip dimitra dimitri dinesh dipak dolly ' +
    'dominic dominik dominika donal donovan dora dorota duc duncan dwayne ebony eduardo efua ehsan eilidh eithne ' +
    'ekaterina eleni eli elias elif elijah elisa elise ellie elliot elspeth elvira emeka emil emilia emmanuel ' +
    'emre erik erin esi esme esperanza estelle eugene eunice evan ewa ezekiel fadi faisal farah fareed farhad ' +
    'farida farzana fatemeh fatma fatou fatoumata federico felicity felipe felix fergus fernando flora folake ' +
    'fran francesca francesco francisco francois frank fraser freddie gabriel gabriela gabrielle gail garfield ' +
    'gemma genevieve gerard gerry giancarlo gianluca gilbert gina giorgio giorgos giovanna giovanni giulia ' +
    'giuseppe glen glenda gordana gowri graeme grainne greg greta grzegorz guadalupe guillermo gulsen gurpreet ' +
    'gustavo gwendolyn gwyneth habiba hadiza hafsa haleema halima hamid hamish hamza hana hanan hans hao harjit ' +
    'harjinder haruka haruto harvey hashim hatice haydn hazel hector heidi heinz helena helga henrik herman ' +
    'hilary hiroshi hoang hodan holly horace howard hugo humphrey huda hung hussein huw hyun ibironke idris ' +
    'ifeanyi ifeoma ignacio igor ikechukwu ilham iman imani imelda imogen imran ines ingrid inigo ioana ioannis ' +
    'iqra irina irma isha ishaan ismail israel ivan ivana ivor ivy iwona jacek jacqui jada jade jaden jagdish ' +
    'jakub jamal jamila jana janek janusz jarek jaroslav jasmin jasmine jaswinder javed jay jayden jaya jayne ' +
    'jean-luc jelena jen jenna jennie jenny jerome jerry jesus jia jiang jiho jin jing jodie joel johan johanna ' +
    'joke jolanta jonas jonah jorge josefina josephine josh josie juana juanita jude jules juliana juliet julio ' +
    'jurgen justin justyna jutta kabir kalpana kamal kamala kamil kamran karan karim karin karina karol karolina ' +
    'katarina katarzyna katharina kathryn kathy katrina kavita kayode keanu keiko keira keisha kelechi kemi kenji ' +
    'kenta khalid khalil kieran kiran kirsten kirsty klaus kofi kojo konstantin kostas kris krishna krystyna ' +
    'krzysztof kumar kunle kusum kwabena kwasi kyoko ladan lakeisha lakshmi lan lana lance lars lata latoya ' +
    'laszlo latisha lavinia layla lazaro leanne leila leo leon leona leopold leroy lesley leticia lev li liang ' +
    'lidia lien liliana lina linh linus liu liz lizzie lloyd lola lois lorna louisa lourdes luca lucia luciana ' +
    'lucille lucinda ludmila lukas lukasz luz lydia lyudmila maeve magda magdalena maggie mahmoud mai maisie maja ' +
    'malgorzata mandy manoj mara marc marcel marcela marcin marco marcos marcus marek margarita margery margot ' +
    'marguerite marianne maribel maricel mariam mariana marina mario marisol marjan marlene marlon marta martyn ' +
    'marvin marwa maryam masako mathilde matilda matteo matthias mattie mauricio max maxine maya mayumi meena ' +
    'meera megan mehdi mehmet melanie melinda mercedes mervyn meryem michal michele miguel mihai mike mikhail ' +
    'milan milena millie milos min mina ming minh miriam mirela miroslav mo moshe modupe mohan mohit mona ' +
    'montserrat mordecai morag moses mostafa muhammed mustafa mwangi myra myrtle myfanwy mykola nabil nada nadia ' +
    'nadine naeem nahid naledi nam namrata nanette naoko narges nasreen nasser natalia natasha nathan nathaniel ' +
    'naveed nazia ned neha nell nelly nelson neville nga ngoc ngozi nia niamh nick nicolae nicolas nikhil nikita ' +
    'nikolai nikos nils nina nisha nita nkechi noah noel noor noreen nur nura nuria obinna octavia oisin ola oleg ' +
    'oleksandr olena olivier olufemi olumide omari oonagh orla orlando osagie osman otis otto ove owain padraig ' +
    'pablo pam paolo parisa parvati pascal pat patrice patricio patrick patryk paulo paulette pavel pawel pearl ' +
    'pedro penelope penny percy petra petros petronella phil philippa philomena phuong pia pierre pilar piyush ' +
    'poppy prakash pranav prasad pritpal priscilla prudence qasim quang quentin quincy rabia rachael radha ' +
    'radoslaw rafael rafal raheem rahul raj raja rajesh rajinder rakesh ram raman ramesh ramon ramona rana rania ' +
    'ranjit rashid rashida raul ravi ravinder rayyan razia reece reena regina rekha remi renata rene renee reuben ' +
    'rhiannon rhian rhys ricardo rick ricky rita rivka roberta roberto rocio rod roderick rodney rodrigo roisin ' +
    'roland rolando rolf roman romy ron ronnie rory rosalie rosalind rosamund rosanna rosario roxanne rowena ' +
    'ruairi rukhsana rupert rupa rutger sabina sabrina sadia saeed safiya sagal sahar saima sakura saleh salim ' +
    'sallyann salma salvador salvatore samia samina samir sana sandeep sanjeev santiago saoirse sasha satoshi ' +
    'saul savita sebastian sebastiano seema selina selma senga seo-yeon serena sergei sergio seth shabana shabnam ' +
    'shahid shakira shamim shanice shane shanelle shaniqua shannon shantelle sharmila shaun shauna sheena shelley ' +
    'sheng sheryl shinji shira shivani shona shreya shu sid sidney sigrid silvia simone sina sinead sione siva ' +
    'sizwe sonia sonja soraya stan stavros stefan stefania stefano stelios sue suleiman sultan suman sundar ' +
    'suresh susana susanna susannah sushila svetlana sven swati syed sybil sylwia tabitha tadeusz tahir taiwo ' +
    'takeshi talia tamara tamika tanisha tania tanvi tanya tara tariq tatiana ted teodor terri terry tess thabo ' +
    'thandi thandiwe thanh thao theo theodora theodore thi thierry thomasina tiago tiffany timur titilayo tobias ' +
    'tobi toby todd tomas tommy toni tonya trang tristan trudy tuan tunde tung tuyet tyler tyrone ugo uche ulrich ' +
    'uma umar umair una ursula usha usman vanessa vasile velma venkat verity vicente vicki vicky victor victoria ' +
    'vida vijay vikki vinay vinod viola violeta virginia vivek vivian vivien viviana vladimir wanda wanjiru ' +
    'warren wei wen wendell wesley wiktoria wilbur wilhelmina willem willie wilma winston wojciech xavier xiao ' +
    'ximena yan yara yasmeen yasin yaw yetunde yemi ying yolanda yong yoshi youssef yuan yuki yuko yuri yusra ' +
    'yvette zachary zahra zaid zara zeynep zhen zofia zoltan zsuzsa zubair zuleika zuzanna abbas abubakar achebe ' +
    'acheampong addo adeleke adeola agarwal aguilar ahn akhter al-hassan alvarez amin amoah andersen andersson ' +
    'ansah antonov aziz balogun bajwa banerjee bangura barzani bhatt bhatti boateng bondarenko bose brennan ' +
    'buchanan byrne callaghan castillo castro chan chang chatterjee chaudhry cheung chukwu chopra chua clarkson ' +
    'contreras cruz cunningham dang das delgado desai diallo dimitrov doherty donnelly doyle duarte dubois eze ' +
    'fernandez ferrari ferreira fitzgerald fitzpatrick flanagan fofanah gallagher ganguly garcía gill goh ' +
    'goldberg goldstein gonzales grewal grzybowski gunawardena gupta gutierrez haddad hashemi haque herrera ' +
    'hoffmann huang huynh ibrahimovic ito ivanov jain janssen jeong jimenez johansson joshi kamara kapoor katz ' +
    'kaya kaminski kaufmann khatun kennedy koroma kovacs kowalczyk krawczyk krishnan kumari kuznetsov kwan lam ' +
    'lau leung levy lim lin lindqvist lopes lozano luong mackenzie maguire maldonado mbeki mccarthy mckenzie ' +
    'mclean medina mehta mendez mendoza menon mishra miah mohamud molina morales moreno moyo mukherjee müller ' +
    'munoz murray mutasa nair naidoo ncube ndlovu nel nkosi nowicki nwosu obi ochieng odhiambo ogunleye ojo okeke ' +
    'okonkwo okoro okoye oliveira olsen onyango ortega ortiz osei papadopoulos patil pereira petrov pham phan ' +
    'pillai popescu popov quinn rajan ramos rao reddy reilly rojas romano romero rossi ruiz saito sahota sandhu ' +
    'saleem salazar sandoval sato schmidt schneider sengupta sesay sheikh siddiqui sidhu sinha sithole smirnov ' +
    'sokolov soares sousa suleman suzuki szabo takahashi tan tanaka teo thapa tiwari tran trinh truong uddin ' +
    'ullah vargas vasquez varga vega verma vo volkov vu wagner wanjiku watanabe wong wojcik wu xu yadav yamada ' +
    'yamamoto yang yeung yilmaz yildiz yoon yousaf zaman zapata zhao zheng zhou zhu zulu sunil thilini dilani ' +
    'nuwan ruwan priyanka nadeesha gayan sanjaya prabhu senthil murugan ganesh karthik lavanya divya ananya ' +
    'aditya rohan rohit kiaan vihaan ishita pooja puja ritu renu rina riya shivam sneha sonal tejal trupti urmila ' +
    'vandana varun veena vidya vishal yogesh bhavna chetan darshan gaurav harish hitesh jignesh jyoti kiranjit ' +
    'manish mukesh naresh nilesh nirmala paresh parminder pratik rupinder sarita savitri shilpa sukhdev ' +
    'sukhwinder baljit harpreet jaspreet kulwinder mandeep navdeep navjot paramjit satnam simran sukhjit bishnu ' +
    'sita gita laxmi binod dipesh prakriti rajendra santosh sujata tenzin pemba dorje tashi siti nurul aminah ' +
    'azlan faizal hafiz haziq norhayati rosli zulkifli budi agus indah putri wayan ketut yanti eka joko sri ' +
    'slamet widodo ngaire wiremu hemi mere tane moana leilani kalani keoni mele ioane lupe tevita losa amare ' +
    'tigist selam hiwot dawit yonas abeba mulugeta haile genet bereket tsehay almaz tesfaye mekdes wangari njeri ' +
    'kamau kipchoge chebet akinyi otieno achieng nyambura tendai tafadzwa tatenda rudo farai chipo nyasha tinashe ' +
    'thembi sipho nomvula lerato tebogo kagiso mpho nosipho zanele bongani mandla ebele amarachi chibuike ' +
    'onyekachi uchenna adanna ngozika temitope tolulope oluwatobi oluwadamilola folasade adetokunbo abiodun ' +
    'adewale segun sola bukola funmi funmilayo gbenga kolawole rotimi yewande bisi dele femi wale musa sani aminu ' +
    'halimatu zainabu kaltume danjuma yaa ama akua adjoa akwasi kweku kwadwo nii naa selorm elikem mawuli ' +
    'aminatou ousmane mamadou moussa cheikh awa khady ndeye oumar ibou sekou mariama fanta kadiatu foday alpha ' +
    'bjarne sigrun gudrun olafur bjorn inger kari liv marit oyvind torbjorn tor leif gunnar jens soren mette ' +
    'anders karsten lene birgit ulla elin ebba kerstin gunilla pirjo tuulikki jukka timo paivi aino eero matti ' +
    'liisa nino giorgi tamar ketevan levan zurab ani armen hasmik narine gagik tigran anahit aram marija mirjana ' +
    'dragan goran zoran snezana vesna slobodan dusan jovan nenad branka zeljko ante ivica stjepan mladen blerim ' +
    'arben agron drita besnik flutura shpresa ardian rasa ruta vytautas giedre mindaugas laima ilze janis valdis ' +
    'inese katrin tiit urmas oleksiy oleksandra taras bohdan yaroslav nadiya halyna lesya mykhailo volodymyr ' +
    'vasyl larysa lyubov galina valentina nikolay yevgeny aleksei andrey vladislav zinaida raisa itziar mikel ' +
    'ainhoa xabier iker jordi montse oriol eulalia carles begona inmaculada xochitl cuauhtemoc citlali rigoberto ' +
    'heriberto efrain gerardo leonel marisela maritza nayeli noemi norberto octavio rogelio rosaura wilfredo ' +
    'yesenia yadira jean-baptiste jean-pierre jean-paul marie-claire guillaume thibault mathieu benoit aurelie ' +
    'celine delphine lucie manon camille clemence solange odette ottoline maud bertie cecil cyril edna enid ernie ' +
    'fanny flossie gwendoline hettie ida kitty lionel mavis minnie nellie olwen percival perpetua reg rosina ' +
    'thora vernon wilf winnie zelda deandre keyshawn latonya marquis trayvon aaliyah destiny kiara nevaeh ' +
    'precious tyrell shaquille lamar jermaine kenya mehrdad kaveh roya shirin behrouz nasrin arash soheila mahsa ' +
    'golnaz reza masoud laleh pouya zohreh abdulkarim abdulaziz abdulrahman ruqayyah ruqayya sumayya safa marwan ' +
    'tarek walid ziad nizar rasha reem samar wafa zeinab karima latifa malika naima nawal rachida souad yacoub ' +
    'ayelet noam yael shlomo chaim devorah esti malka menachem mendel tzvi yitzhak yosef minjun seojun jiwoo ' +
    'jihye soojin youngsoo eunji hyejin sunghoon haruki kazuo kenichi michiko noriko sachiko setsuko tadashi ' +
    'tomoko yoko xiaoyan xiaoming xiaoli meiling meihua weiming zhiqiang jianguo guoqiang lihua yifan yuxuan ' +
    'zihan haoyu siew mei-ling wai-ling thuy huong hanh hoa nhung oanh phat quynh tien tuyen vinh xuan perera ' +
    'jayawardena wickramasinghe gurung rai tamang shrestha magar karki adhikari lama bekele alemu gebre abraha ' +
    'tadesse girma solheim hansen larsen nilsen berg dahl lund eriksson karlsson svensson nilsson virtanen ' +
    'korhonen nieminen jonsdottir gunnarsson petrosyan sargsyan borg camilleri vella zammit hoxha shehu krasniqi ' +
    'berisha jovanovic petrovic nikolic horvat babic shevchenko kovalenko tkachenko bondar melnyk kravchenko ' +
    'lysenko ashworth higginbottom fairweather entwistle ramsbottom hargreaves barraclough sutcliffe pendleton ' +
    'winterbottom longbottom featherstone rowbotham butterworth holroyd illingworth dhillon bains brar dhaliwal ' +
    'mann sohal atwal rostami hosseini ahmadi karimi rezaei moradi nguema kone traore keita cisse toure coulibaly ' +
    'camara diop ndiaye sow santoso wijaya setiawan kurniawan hidayah rahmat othman yusof ganzorig bataar ' +
    'etxeberria aguirre echeverria zubiri moreau lefebvre durand lambert girard bonnet merwe botha pretorius ' +
    'viljoen nwachukwu nnamdi anyanwu ezeh onwuka uzoma adebowale olawale oyelaran akinola akande bello danladi ' +
    'miller moore clark carter phillips parker collins morris rogers reed morgan richardson cox peterson watson ' +
    'brooks sanders barnes henderson coleman jenkins perry powell patterson simmons bryant griffin hayes myers ' +
    'hamilton sullivan wallace owens reynolds ellis gibson freeman webb stevens tucker hicks crawford boyd mason ' +
    'dixon shaw holmes daniels palmer nichols ferguson hawkins dunn perkins hudson spencer gardner payne matthews ' +
    'willis watkins olson carroll snyder bradley andrews riley armstrong greene elliott chavez sims peters kelley ' +
    'franklin lawson pearson atkinson dawson hodgson gibbs saunders hobbs rhodes bartlett goodwin harrison ' +
    'chapman hancock burgess walsh fletcher thornton norris brady moran nolan davidson gray thomson tshering ' +
    'dolma pritchard caoimhe wetherall barnaby ignatius phiri temwa asante babajide sanusi obiora warsame rahima ' +
    'shahnaz iyer gurmeet wijesinghe aung kyaw rattanakul somchai xiuying takumi ishikawa choi bautista schafer ' +
    'baumgartner ulrike joost konstantinou emine celik radka zielinski szymon gheorghe dumitrescu lukashevich ' +
    'shoshana quintanilla thiago jamieson mcintyre mcgregor macleod mcbride mccann mcgrath mckay mcmahon mcnally ' +
    "mcpherson kavanagh keane healy hickey hogan kearney keogh leahy lynch mooney moriarty mulligan o'callaghan " +
    "o'donnell o'hara o'leary o'reilly o'shea o'sullivan o'toole rafferty regan sheehan sheridan sweeney tierney " +
    'whelan bevan bowen gethin griffiths gwilym howells ifor llewellyn llinos mair maredudd menna morwenna nerys ' +
    'powys probert pryce rees sian tegan vaughan ' +
    'adaobi adunni ailith aisling aleksander aleksandra alf algernon aliyu alun amarjit ammar amna analyn ' +
    'aneurin aparna archana arnel arwel ashok atieno ayomide balbir baljinder balwinder bayani bernadine bert ' +
    'berwyn bessie blanche bozena bridie bushra catriona ceinwen celina ceri chandrika charanjit chiderah ' +
    'clarice concepta connie corazon czeslaw dalal daljit danilo dawid deepika delyth dilshad dilwyn dilys ' +
    'dorothea dumitru dympna eamon ebere edgar edgardo effie eifion ekene eluned elwyn elzbieta emlyn enitan ' +
    'enoch eoin erlinda ethelbert eurwen evangeline ewan fadia faiza fawzia fenella ferenc fergal finbar fintan ' +
    'fionn florin franciszek freda geeta genowefa geraint gertrude gerty ghada glenys gobnait goronwy gurdeep ' +
    'gwenda gwenllian gwynfor gyorgy haifa halina hania harbhajan hardeep hashem hema henryk hetty horia hussam ' +
    'hywel idwal ikenna ilie illtyd ilona indira iona iorwerth islwyn isobel istvan iulian iyabo jadwiga jarlath ' +
    'jasbir jawad jayanti jemima jerzy jessie jocelyn jomar jovelyn jozsef kamila kanta katalin kazimierz ' +
    'kehinde khalida kirstin kishore krystian kuldeep kwaku lachlan lalita leszek lettie ligaya liviu lorcan ' +
    'lottie lubna lucyna maciej maha mahesh maire mairead mairi majid malachy malak manjit manpreet maricar ' +
    'marilou marites marius marzena maude maura maysoon meenakshi meinir meirion mhairi mieczyslaw millicent ' +
    'mircea miroslawa morven mounir muirne murdo mylene nadira najat najib narendra nazira nenita nesta netta ' +
    'nettie nneka nomsa nour nuala obiageli ofelia oksana olabisi olha omolara onyeka orlaith ovidiu oyinkan ' +
    'padma padraic pallavi peadar perlita petro pramila pushpa queenie radu raheela rajni raluca rasheed razvan ' +
    'reynaldo rhoda rima rohini rosalinda rufino rutendo ryszard saadia sade saira samira sanjiv selwyn seonaid ' +
    'shahida shakuntala shanti shazia sheelagh shobha sioned slawomir sorcha sorin stanislaw stanislawa stelian ' +
    'struan sumaya surinder surjit svitlana tahira tarlochan teague teodoro themba tilly tokunbo tudur urszula ' +
    'valentin vasanti vimala viorica virgilio waclaw waldemar wambui wieslaw wladyslaw yevhen yousef zakaria ' +
    'zarina zbigniew zdzislaw zena zsuzsanna zubaida zygmunt'
  ).split(' '),
)

/** Those of them that are words of their own, too: in small letters after "patient" they are no name. */
export const WORDS_TOO: ReadonlySet<string> = new Set(
  (
    'ada ali alpha ama ani ante ares arena art ana awa basil berg bello brar destiny eka esti fall fanny fanta gita ida kari lama lamar lambert liv lund made mann mele mere minnie musa naa nino precious rai ram rasa rita ruta safa sani segun selam sita sola solange sow sri tien timo tor wai wale xuan yaa yan bella blessing bob bose carol chad chan chang clement daisy dan das dean dolly don drew ' +
    'earl emery eve frank gene gill glen hana harry hazel heather holly hung iris ivy jack jade jay jean jin josh king ' +
    'lam lan lance li lim lin long mai max min mina ming miles mo mona nell nick nur obi olive pam park pat pearl penny ' +
    'poppy prudence raj ram rick rob rod ruby salma sandy sid stan sue sultan tan tang teo tony van victor viola violet vo ' +
    'wanda wing young'
  ).split(' '),
)
