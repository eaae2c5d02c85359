/**
 * Given names and surnames common among patients and staff of British and American hospitals, in lower case. Left out
 * are those that are words of their own after "patient" (may, will, mark, grace, hope, joy, june, rose, brown, walker).
 */
export const PERSON_NAMES: ReadonlySet<string> = new Set(
  (
    'aaron abdul abdullah abigail adam adele agnes agnieszka ahmed aisha alan albert alex alexander alexandra alfred ali ' +
    'alice alison amanda amelia amir amy ana andrea andrew angela anita ann anna anne annie anthony antonio arthur ' +
    'audrey barbara beatrice ben benjamin bernard beryl beth bethany betty beverley brenda brian bridget bruce carl ' +
    'carla carlos carmen carol caroline catherine cecilia charles charlie charlotte chidi chinedu chloe chris christina ' +
    'christine christopher claire clara colin connor craig cynthia daisy daniel daphne darren dave david deborah debra ' +
    'denise dennis derek diana diane dmitri dolores donald donna doreen doris dorothy douglas dylan edith edward edwin ' +
    'eileen elaine eleanor elena elizabeth ella ellen elsie emily emma eric erica ernest esther ethan ethel eva evelyn ' +
    'fatima fiona florence frances francis fred frederick freya gareth gary gavin geoffrey george georgia gerald geraldine ' +
    'gillian gladys glenn gloria gordon graham gregory gwen hannah harold harriet harry hassan heather helen henry herbert ' +
    'hilda hugh ian ibrahim irene iris isaac isabel isabella isla jack jackie jacob jacqueline jake james jamie jane janet ' +
    'janice jason javier jean jeffrey jennifer jeremy jessica jill jim joan joanna joanne joe john johnny jonathan jordan ' +
    'jose joseph joshua joyce juan judith judy julia julian julie karen karl kate katherine kathleen katie kayleigh keith ' +
    'kelly ken kenneth kerry kevin khadija kim kwame kyle laura lauren lawrence leah leonard leslie liam lilian lily linda ' +
    'lisa lorraine louis louise lucas lucy luis luke lynn mabel malcolm manuel margaret maria marian marie marilyn marjorie ' +
    'martha martin mary mateusz matthew maureen mei melissa mia michael michelle mildred mohamed mohammad mohammed ' +
    'moira molly monica muhammad muriel nancy naomi natalie neil nicholas nicola nicole nigel nora norma norman olga ' +
    'oliver olivia oluwaseun omar oscar owen pamela patricia paul paula pauline peggy peter philip phillip phoebe phyllis ' +
    'piotr priya rachel ralph raymond rebecca reginald richard robert robin roger ronald rosa rosemary ross roy ruby ' +
    'russell ruth ryan sally sam samantha samuel sandra sanjay sara sarah scott sean sharon sheila shirley simon siobhan ' +
    'sofia sophia sophie stanley stella stephanie stephen steve steven stuart sunita susan suzanne sylvia teresa terence ' +
    'thelma theresa thomas tim timothy tina tom tomasz tony tracey tracy trevor valerie vera veronica vikram vincent ' +
    'violet walter wayne wendy wilfred william winifred yasmin yusuf yvonne zainab zoe ' +
    'smith jones taylor williams wilson johnson davies patel wright thompson evans roberts khan singh hussain begum ali kaur ' +
    'robinson hughes edwards lewis harris clarke jackson cooper kelly murphy bailey bennett campbell mitchell simpson ' +
    'anderson macdonald mcdonald stewart robertson morrison okafor adeyemi nguyen garcia rodriguez martinez hernandez lopez ' +
    'gonzalez perez sanchez ramirez torres flores rivera gomez diaz reyes kim chen wang zhang kowalski nowak shah sharma ' +
    "chowdhury rahman hossain iqbal mahmood malik akhtar o'brien o'connor o'neill mensah owusu santos silva fernandes"
  ).split(' '),
)
