package org.safeguardinghub.deploy.local.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Small sound files of each connector, about invented people, and the attacks that are known. */
final class Seeds {
  private static final String ENTITIES =
      "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>";
  private static final String FORMULA =
      """
      recordId,date,time,pupilId,upn,forenames,surname,dob,type,level,narrative,attributes
      "=cmd|' /C calc'!A0",2026-03-02,09:15,@P-1,,+Tansy,-Fernwick,2017-03-11,EDU-NEG-01,2,"=1+1",
      """;

  private static final Map<String, List<String>> ALL =
      new TreeMap<>(
          Map.of(
              "education",
              List.of(
                  """
                  recordId,date,time,pupilId,upn,forenames,surname,dob,type,level,narrative,attributes
                  CL-1,2026-03-02,09:15,P-17,,Tansy,Fernwick,2017-03-11,EDU-NEG-01,2,"Hungry, again.",
                  """,
                  """
                  date,session,pupilId,upn,forenames,surname,dob,code
                  2026-03-02,AM,P-17,,Tansy,Fernwick,2017-03-11,N
                  """,
                  "recordId,startDate,category,pupilId,reason,sessions\nX-1,02/03/2026,SUSP,P-17,PP,4\n",
                  "pupilId,leavingDate,destination\nP-17,2026-03-02,\n",
                  "<?xml version=\"1.0\"?><CTfile><Header><DestSchool><LEA>XXX</LEA><Estab>XXXX</Estab></DestSchool>"
                      + "</Header><CTFpupilData><Pupil><UPN>X999400121207</UPN><Surname>Fernwick</Surname>"
                      + "<Forename>Tansy</Forename><DOB>2017-03-11</DOB></Pupil></CTFpupilData></CTfile>",
                  FORMULA,
                  ENTITIES),
              "social-care",
              List.of(
                  "CHILD,DECOM,RNE,LS,REC,DEC,REASON_PLACE_CHANGE\n7,01/02/2025,S,C2,E4A,01/06/2025,\n",
                  "<?xml version=\"1.0\"?><Message><Header><CollectionDetails><Collection>CIN</Collection>"
                      + "<Year>2026</Year></CollectionDetails></Header><Children><Child><ChildIdentifiers>"
                      + "<LAchildID>7</LAchildID><PersonBirthDate>2017-03-11</PersonBirthDate></ChildIdentifiers>"
                      + "<CINdetails><CINreferralDate>2026-03-02</CINreferralDate></CINdetails></Child></Children></Message>",
                  ENTITIES),
              "police",
              List.of(
                  "{\"form\":\"police-reports/1\",\"report\":[{\"id\":\"PPN-1\",\"kind\":\"PROTECTION\","
                      + "\"category\":\"DOMESTIC_ABUSE\",\"grade\":\"MEDIUM\",\"attended\":\"2026-03-07T23:10:00\","
                      + "\"child\":[{\"ref\":\"c1\",\"givenNames\":\"Rue\",\"born\":\"2016-08-20\"}]}]}",
                  ENTITIES),
              "agency",
              List.of(
                  """
                  CaseNo;Opened;Category;Priority;Status;TenancyRef;ChildRef;ChildForename;ChildSurname;ChildDOB;Notes
                  11;02/03/2026;DAMP;A;Open;t1;c1;Rue;Larkspindle;20/08/2020;Black mould
                  """,
                  "{\"home\":\"h\",\"incidents\":[{\"id\":\"1\",\"kind\":\"missing\"}]}",
                  ENTITIES),
              "health",
              List.of(
                  "{\"resourceType\":\"Appointment\",\"id\":\"A-1\",\"status\":\"noshow\",\"start\":\"2026-03-02T09:15:00Z\","
                      + "\"participant\":[{\"status\":\"accepted\",\"actor\":{\"display\":\"Tansy\"}}]}",
                  "MSH|^~\\&|PAS|FERN|HUB|HUB|20260302||ADT^A04|C-1|P|2.4\r"
                      + "PID|1||M-1^^^FERN^MR||Child^Bench||20190504\rPV1|1|E|||||||||||||||||V-1\r",
                  """
                  EMERGENCY CARE ATTENDANCE IDENTIFIER,EMERGENCY CARE ARRIVAL DATE,PERSON BIRTH DATE
                  E-1,2026-03-02,2019-05-04
                  """,
                  ENTITIES),
              "intake",
              List.of(
                  "{\"sourceRecordId\":\"r\",\"type\":\"HV-NEG-01\",\"occurredAt\":\"2026-03-02T10:00:00Z\","
                      + "\"legalGateway\":\"CA2004-S16LA\",\"subjects\":[{\"personRef\":\"p\",\"claims\":{\"givenNames\":\"Rue\"}}]}",
                  "{\"a\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}")));

  private Seeds() {}

  /** The parsers that are fuzzed. */
  static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  static List<String> of(String name) {
    return Objects.requireNonNull(ALL.get(name), name);
  }
}
