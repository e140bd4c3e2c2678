# SPDX-License-Identifier: GPL-2.0-or-later
# Read by CTest whenever it starts: each test case of the Catch2 program ${binary} is a test of its own. The variables
# are set by the file in the build tree that includes this one (CMakeLists.txt).
# Catch2's own catch_discover_tests() wants a target of the same build tree.
execute_process(COMMAND "${binary}" ${list_cases} OUTPUT_VARIABLE names ERROR_VARIABLE errors RESULT_VARIABLE result)

set(count 0)
# Line by line, never as a list: a name may hold what parts or joins the elements of one.
while(names MATCHES "^([^\n]*)\n")
  set(name "${CMAKE_MATCH_1}")
  string(LENGTH "${CMAKE_MATCH_0}" length)
  string(SUBSTRING "${names}" ${length} -1 names)
  if(name MATCHES "^\"(#.*)\"$")  # so listed since it would be a comment in a file of names
    set(name "${CMAKE_MATCH_1}")
  endif()
  # Quoted, it is no option; these would end it or begin tags all the same.
  string(REGEX REPLACE "([],\\[\"])" "\\\\\\1" pattern "${name}")
  add_test("unit:${name}" "${binary}" ${run_case} "\"${pattern}\"")
  set_tests_properties("unit:${name}" PROPERTIES
    LABELS unit TIMEOUT 3600 WORKING_DIRECTORY "${directory}" ENVIRONMENT "${environment}")
  math(EXPR count "${count} + 1")
endwhile()

# Catch2 2 leaves with the number of names, 255 at most; Catch2 3 with 0.
if(count GREATER 255)
  set(count 255)
endif()
if(count EQUAL 0 OR NOT result MATCHES "^(0|${count})$")
  add_test("unit:the cases are listed" sh -c "echo \"$0: $1\"; exit 1" "${binary}" "${result}\n${errors}")
  set_tests_properties("unit:the cases are listed" PROPERTIES LABELS unit)
endif()
