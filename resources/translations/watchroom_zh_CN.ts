<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_GB">
<context>
    <name>AlarmActs</name>
    <message>
        <source>Shelve…</source>
        <translation>搁置…</translation>
    </message>
    <message>
        <source>Unshelve</source>
        <translation>取消搁置</translation>
    </message>
    <message>
        <source>Out of service…</source>
        <translation>停用…</translation>
    </message>
    <message>
        <source>Back in service</source>
        <translation>恢复使用</translation>
    </message>
    <message>
        <source>On test…</source>
        <translation>测试…</translation>
    </message>
    <message>
        <source>End test</source>
        <translation>结束测试</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接手</translation>
    </message>
</context>
<context>
    <name>AlarmHead</name>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Mine, what is nobody's yet, and every fire</source>
        <translation>我的、尚无人确认的以及所有火警</translation>
    </message>
    <message>
        <source>place</source>
        <translation>按位置</translation>
    </message>
    <message>
        <source>By building and floor; every fire by itself</source>
        <translation>按楼栋和楼层；火警逐条列出</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Unacknowledged</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>报警中</translation>
    </message>
    <message>
        <source>Shelved</source>
        <translation>已搁置</translation>
    </message>
    <message>
        <source>Suppressed</source>
        <translation>已屏蔽</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>On test</source>
        <translation>测试中</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>状态未知</translation>
    </message>
    <message>
        <source>fires are always listed</source>
        <translation>火警始终列出</translation>
    </message>
    <message>
        <source>%1 unacknowledged · %2 open</source>
        <translation>%1 未确认 · %2 未结</translation>
    </message>
    <message>
        <source>+ fires</source>
        <translation>+ 火警</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>报警</translation>
    </message>
</context>
<context>
    <name>AlarmPanel</name>
    <message>
        <source>No alarm is open.</source>
        <translation>没有未关闭的报警。</translation>
    </message>
    <message>
        <source>None is in this list.</source>
        <translation>此列表为空。</translation>
    </message>
    <message>
        <source>%1 shelved</source>
        <translation>%1 条搁置</translation>
    </message>
    <message>
        <source>%1 suppressed</source>
        <translation>%1 条屏蔽</translation>
    </message>
    <message>
        <source>%1 out of service</source>
        <translation>%1 个停用</translation>
    </message>
    <message>
        <source>%1 on test</source>
        <translation>%1 个测试中</translation>
    </message>
    <message>
        <source>%1 of %2 points heard.</source>
        <translation>%2 个点位中 %1 个在线。</translation>
    </message>
</context>
<context>
    <name>AlarmRows</name>
    <message>
        <source>This alarm</source>
        <translation>该报警</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>发生时间</translation>
    </message>
    <message>
        <source>occurrences</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>source lost</source>
        <translation>来源中断</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>normal since</source>
        <translation>恢复时间</translation>
    </message>
    <message>
        <source>because of rule</source>
        <translation>触发规则</translation>
    </message>
    <message>
        <source>graver by rule</source>
        <translation>升级规则</translation>
    </message>
    <message>
        <source>fire since</source>
        <translation>转为火警</translation>
    </message>
    <message>
        <source>last heard</source>
        <translation>最近收到</translation>
    </message>
    <message>
        <source>displayed</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>escalated</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>seen again</source>
        <translation>须再次确认</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>核警</translation>
    </message>
    <message>
        <source>by nobody in time: counts as real</source>
        <translation>无人按时核警：按属实处理</translation>
    </message>
    <message>
        <source>put aside</source>
        <translation>搁置/停用</translation>
    </message>
    <message>
        <source>journal</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>not yet saved</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>处置步骤</translation>
    </message>
    <message>
        <source>Not rationalised: nobody has written down what to do at this alarm.</source>
        <translation>未编制处置指引：此报警该怎么处置，尚无人写明。</translation>
    </message>
    <message>
        <source>call</source>
        <translation>联系</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>if nobody acts</source>
        <translation>不处置的后果</translation>
    </message>
    <message>
        <source>after %1, if nobody acts</source>
        <translation>不处置则 %1 后</translation>
    </message>
    <message>
        <source>within %1</source>
        <translation>应在 %1 内</translation>
    </message>
    <message>
        <source>overdue by %1</source>
        <translation>已超时 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>还剩 %1</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>摄像机</translation>
    </message>
</context>
<context>
    <name>ArrivalWords</name>
    <message>
        <source>no source</source>
        <translation>无来源</translation>
    </message>
    <message>
        <source>units</source>
        <translation>应急力量</translation>
    </message>
    <message>
        <source>site rule</source>
        <translation>现场规则</translation>
    </message>
    <message>
        <source>source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>decoder</source>
        <translation>解码器</translation>
    </message>
    <message>
        <source>per min</source>
        <translation>每分钟</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>refused today</source>
        <translation>今日拒收</translation>
    </message>
    <message>
        <source>bridge and devices</source>
        <translation>网桥与设备</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 heard</source>
        <translation>收到 %1</translation>
    </message>
    <message>
        <source>%1 silent</source>
        <translation>静默 %1</translation>
    </message>
    <message>
        <source>%1 offline</source>
        <translation>离线 %1</translation>
    </message>
    <message>
        <source>%1 lost with their bridge</source>
        <translation>随网桥失联 %1</translation>
    </message>
    <message>
        <source>%1 not heard yet</source>
        <translation>尚未收到 %1</translation>
    </message>
    <message>
        <source>%1 strange names forgotten</source>
        <translation>已忘记 %1 个陌生名称</translation>
    </message>
    <message>
        <source>bridge up</source>
        <translation>网桥在线</translation>
    </message>
    <message numerus="yes">
        <source>%n bridge(s) up</source>
        <translation>
            <numerusform>%n 个网桥在线</numerusform>
        </translation>
    </message>
    <message>
        <source>BRIDGE LOST since %1</source>
        <translation>网桥失联，自 %1 起</translation>
    </message>
    <message>
        <source>Nothing refused today.</source>
        <translation>今日没有拒收。</translation>
    </message>
    <message>
        <source>%1 passed over: %2</source>
        <translation>略过 %1 条：%2</translation>
    </message>
    <message>
        <source>%1 refused: %2</source>
        <translation>拒收 %1 条：%2</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>says</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>payload</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>set aside: the program failed on it</source>
        <translation>已搁置：程序处理时出错</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>拒收：%1</translation>
    </message>
    <message>
        <source>a unit's word</source>
        <translation>出动单位报告</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>电池</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>在线状态</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>ALARM</source>
        <translation>报警</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>supervisory</source>
        <translation>监管</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>读数</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>said before</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>late: history only</source>
        <translation>迟到：仅入历史</translation>
    </message>
    <message>
        <source>history only</source>
        <translation>仅入历史</translation>
    </message>
    <message>
        <source>a command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>a group</source>
        <translation>群组</translation>
    </message>
    <message>
        <source>its bridge is lost</source>
        <translation>其网桥失联</translation>
    </message>
    <message>
        <source>ignored: %1</source>
        <translation>忽略：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>retained</source>
        <translation>保留消息</translation>
    </message>
    <message>
        <source>sent again</source>
        <translation>重发</translation>
    </message>
    <message>
        <source>No source takes this topic.</source>
        <translation>没有来源接收此主题。</translation>
    </message>
    <message>
        <source>source %1, decoder %2</source>
        <translation>来源 %1，解码器 %2</translation>
    </message>
    <message>
        <source>the text itself</source>
        <translation>文本本身</translation>
    </message>
    <message>
        <source>signal %1 from %2</source>
        <translation>信号 %1，取自 %2</translation>
    </message>
    <message>
        <source>active</source>
        <translation>报警中</translation>
    </message>
    <message>
        <source>back to normal</source>
        <translation>恢复正常</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ArrivalsPage</name>
    <message>
        <source>Too large to copy whole: record it with the command record.</source>
        <translation>太大，无法完整复制：请用 record 命令录制。</translation>
    </message>
    <message>
        <source>Copied as a line for explain and check; what looks like a password is left out.</source>
        <translation>已复制为 explain 和 check 可用的一行；疑似密码的内容已略去。</translation>
    </message>
    <message>
        <source>Keep these messages</source>
        <translation>保存这些消息</translation>
    </message>
    <message>
        <source>last refused: %1</source>
        <translation>最近拒收：%1</translation>
    </message>
    <message>
        <source>Choose a message to read what was made of it.</source>
        <translation>选择一条消息，查看如何解读。</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) since the start</source>
        <translation>
            <numerusform>启动后 %n 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>No message to show.</source>
        <translation>没有可显示的消息。</translation>
    </message>
    <message numerus="yes">
        <source>Frozen, %n newer</source>
        <translation>
            <numerusform>已冻结，%n 条新</numerusform>
        </translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>What arrives</source>
        <translation>消息来源</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Last messages of the source</source>
        <translation>该来源的最近消息</translation>
    </message>
    <message>
        <source>topic, device, value, reason …</source>
        <translation>主题、设备、数值、原因…</translation>
    </message>
    <message>
        <source>Search among the messages</source>
        <translation>在消息中查找</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Messages stand still while they are read</source>
        <translation>阅读时消息列表保持不动</translation>
    </message>
    <message>
        <source>Copy as case</source>
        <translation>复制为用例</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON 行</translation>
    </message>
</context>
<context>
    <name>AsideForm</name>
    <message>
        <source>Shelve: %1</source>
        <translation>搁置：%1</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Shelve</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Out of service: %1</source>
        <translation>停用：%1</translation>
    </message>
    <message>
        <source>Permit number</source>
        <translation>许可单号</translation>
    </message>
    <message>
        <source>Take out of service</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>On test: %1</source>
        <translation>测试：%1</translation>
    </message>
    <message>
        <source>Put on test</source>
        <translation>转入测试</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>探测器</translation>
    </message>
    <message>
        <source>What is done instead, e.g. fire watch</source>
        <translation>替代措施，例如专人看护</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>第二人</translation>
    </message>
    <message>
        <source>Password of the second person</source>
        <translation>第二人密码</translation>
    </message>
    <message>
        <source>%1: hold 1 s</source>
        <translation>%1：按住 1 秒</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
</context>
<context>
    <name>Band</name>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>还有 %n 条等待</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not acknowledged</source>
        <translation>
            <numerusform>%n 条未确认</numerusform>
        </translation>
    </message>
    <message>
        <source>all acknowledged</source>
        <translation>全部已确认</translation>
    </message>
    <message>
        <source>not acknowledged</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>%1, %2 at %3</source>
        <translation>%1，%2，%3</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Not connected to the message broker: no alarm can arrive.</source>
        <translation>未连接消息服务：收不到任何报警。</translation>
    </message>
    <message>
        <source>No point has been heard yet: nothing is known of the site.</source>
        <translation>尚未收到任何点位信号：现场状况不明。</translation>
    </message>
    <message>
        <source>No fire, no hazard. %1 of %2 points heard, %3 of %4 cameras live.</source>
        <translation>无火警，无隐患。%2 个点位中 %1 个在线，%4 路摄像机中 %3 路有画面。</translation>
    </message>
    <message numerus="yes">
        <source>%n trouble(s) in the table.</source>
        <translation>
            <numerusform>列表中有 %n 项故障。</numerusform>
        </translation>
    </message>
    <message>
        <source>Last fire alarm %1, %2: %3, closed %4.</source>
        <translation>上次火警 %1，%2：%3，%4 复位。</translation>
    </message>
    <message>
        <source>ALARM FLOOD</source>
        <translation>报警洪泛</translation>
    </message>
    <message>
        <source>%1 alarms in %2, %3 unacknowledged, %4 of them fire: %5</source>
        <translation>%2 内 %1 条报警，%3 条未确认，其中火警 %4 条：%5</translation>
    </message>
    <message numerus="yes">
        <source>%n more unacknowledged</source>
        <translation>
            <numerusform>另有 %n 条未确认</numerusform>
        </translation>
    </message>
    <message>
        <source>Acknowledge  F2</source>
        <translation>确认  F2</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 前</translation>
    </message>
</context>
<context>
    <name>Block</name>
    <message>
        <source>%1 has it</source>
        <translation>%1 已接手</translation>
    </message>
    <message>
        <source>nobody has it yet</source>
        <translation>尚无人接手</translation>
    </message>
    <message>
        <source>%1 of %2 cameras</source>
        <translation>摄像机 %1/%2</translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <translation>
            <numerusform>%n 条未恢复</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Incident %1</source>
        <translation>事件 %1</translation>
    </message>
    <message>
        <source>No incident yet: F5 opens one and dispatches</source>
        <translation>尚无事件：按 F5 立案并派单</translation>
    </message>
    <message>
        <source>open for %1</source>
        <translation>已立案 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s)</source>
        <translation>
            <numerusform>%n 条报警</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, not taken yet</source>
        <translation>%1，尚未接手</translation>
    </message>
    <message>
        <source>No incident is open. Looked at %1; %2 closed in this run.</source>
        <translation>没有未办结的事件。检查时间 %1；本次运行已办结 %2 件。</translation>
    </message>
</context>
<context>
    <name>Bulk</name>
    <message>
        <source>%1 picked</source>
        <translation>已选 %1 条</translation>
    </message>
    <message numerus="yes">
        <source>%n fire(s): acknowledge each by itself</source>
        <translation>
            <numerusform>其中 %n 条火警须逐条确认</numerusform>
        </translation>
    </message>
    <message>
        <source>Acknowledge %1  F2</source>
        <translation>确认 %1 条  F2</translation>
    </message>
    <message>
        <source>Shelve…</source>
        <translation>搁置…</translation>
    </message>
</context>
<context>
    <name>CaseWords</name>
    <message>
        <source>opened</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>what and where</source>
        <translation>警情与位置</translation>
    </message>
    <message>
        <source>units</source>
        <translation>应急力量</translation>
    </message>
    <message>
        <source>lasted</source>
        <translation>历时</translation>
    </message>
    <message>
        <source>ended as</source>
        <translation>处置结果</translation>
    </message>
    <message>
        <source>closed by %1</source>
        <translation>结案人：%1</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>The newest %1 of %2</source>
        <translation>最近 %1 条，共 %2 条</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>The journal cannot be read.</source>
        <translation>无法读取日志库。</translation>
    </message>
    <message>
        <source>The journal has it no more.</source>
        <translation>日志库中已无此警情。</translation>
    </message>
    <message>
        <source>The search ended without answer.</source>
        <translation>查询中断，没有结果。</translation>
    </message>
    <message>
        <source>This console cannot search the journal.</source>
        <translation>本控制台无法检索日志。</translation>
    </message>
    <message>
        <source>ever</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>any ending</source>
        <translation>任意结果</translation>
    </message>
    <message>
        <source>any class</source>
        <translation>任意类别</translation>
    </message>
    <message>
        <source>any building</source>
        <translation>任意楼栋</translation>
    </message>
    <message>
        <source>any unit</source>
        <translation>任意单位</translation>
    </message>
</context>
<context>
    <name>CasebookPage</name>
    <message>
        <source>Closed incidents</source>
        <translation>已结警情</translation>
    </message>
    <message>
        <source>Keep the list of incidents</source>
        <translation>保存警情列表</translation>
    </message>
    <message>
        <source>Print the timeline</source>
        <translation>打印时间线</translation>
    </message>
    <message>
        <source>Print the list</source>
        <translation>打印列表</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>what happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Enter on one of the list shows what happened, line by line.</source>
        <translation>在列表中按回车，逐条显示经过。</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在查询…</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
</context>
<context>
    <name>CauseWords</name>
    <message>
        <source>fire</source>
        <translation>火灾</translation>
    </message>
    <message>
        <source>smouldering</source>
        <translation>阴燃</translation>
    </message>
    <message>
        <source>cooking</source>
        <translation>烹饪油烟</translation>
    </message>
    <message>
        <source>steam</source>
        <translation>水蒸气</translation>
    </message>
    <message>
        <source>dust</source>
        <translation>粉尘</translation>
    </message>
    <message>
        <source>cigarette smoke</source>
        <translation>吸烟</translation>
    </message>
    <message>
        <source>hot work</source>
        <translation>动火作业</translation>
    </message>
    <message>
        <source>exhaust fumes</source>
        <translation>车辆尾气</translation>
    </message>
    <message>
        <source>insect</source>
        <translation>昆虫</translation>
    </message>
    <message>
        <source>water</source>
        <translation>进水</translation>
    </message>
    <message>
        <source>weather</source>
        <translation>天气</translation>
    </message>
    <message>
        <source>mistake or mischief</source>
        <translation>误碰或恶作剧</translation>
    </message>
    <message>
        <source>detector or wire at fault</source>
        <translation>探测器或线路故障</translation>
    </message>
    <message>
        <source>maintenance</source>
        <translation>维护保养</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>未发现原因</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>A fire is acknowledged by itself</source>
        <translation>火警须单独确认</translation>
    </message>
    <message>
        <source>This has been said already</source>
        <translation>已经填报过</translation>
    </message>
    <message>
        <source>Such an alarm is not verified</source>
        <translation>此类报警无需核警</translation>
    </message>
    <message>
        <source>Only a person can verify</source>
        <translation>只有人员可以核警</translation>
    </message>
    <message>
        <source>Only a person can do this</source>
        <translation>只有人员可以操作</translation>
    </message>
    <message>
        <source>This cause is not known</source>
        <translation>没有这个原因</translation>
    </message>
    <message>
        <source>The text is too long</source>
        <translation>文字过长</translation>
    </message>
    <message>
        <source>Such an alarm is never shelved</source>
        <translation>此类报警不得搁置</translation>
    </message>
    <message>
        <source>Another detector of this zone is active</source>
        <translation>本区另一探测器正在报警</translation>
    </message>
    <message>
        <source>Nobody verified it in time: it counts as real</source>
        <translation>无人按时核警：按属实处理</translation>
    </message>
    <message>
        <source>It is shelved already</source>
        <translation>已经搁置</translation>
    </message>
    <message>
        <source>It is not shelved</source>
        <translation>未搁置</translation>
    </message>
    <message>
        <source>Say why</source>
        <translation>请填写理由</translation>
    </message>
    <message>
        <source>Say until when</source>
        <translation>请填写截止时间</translation>
    </message>
    <message>
        <source>So long it may not be put aside</source>
        <translation>超过允许的时长</translation>
    </message>
    <message>
        <source>It is yours already</source>
        <translation>已经由你负责</translation>
    </message>
    <message>
        <source>There is no such detector</source>
        <translation>没有这个探测器</translation>
    </message>
    <message>
        <source>Several detectors have this name: choose the one with its id</source>
        <translation>有多个同名探测器：请选择带编号的那一个</translation>
    </message>
    <message>
        <source>Its alarm comes first: acknowledge and verify it</source>
        <translation>请先确认并核实它的报警</translation>
    </message>
    <message>
        <source>Give the number of the permit</source>
        <translation>请填写许可单号</translation>
    </message>
    <message>
        <source>Say what is done instead</source>
        <translation>请填写替代措施</translation>
    </message>
    <message>
        <source>For a fire detector a second person has to agree</source>
        <translation>停用火灾探测器须第二人同意</translation>
    </message>
    <message>
        <source>It is out of service already</source>
        <translation>已经停用</translation>
    </message>
    <message>
        <source>It is not out of service</source>
        <translation>未停用</translation>
    </message>
    <message>
        <source>It is not on test</source>
        <translation>不在测试中</translation>
    </message>
</context>
<context>
    <name>ClockBox</name>
    <message>
        <source>of %1</source>
        <translation>限 %1</translation>
    </message>
</context>
<context>
    <name>ClockFaces</name>
    <message>
        <source>done · %1</source>
        <translation>已完成 · %1</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接单</translation>
    </message>
    <message>
        <source>on scene</source>
        <translation>已到场</translation>
    </message>
    <message>
        <source>two on scene</source>
        <translation>两支到场</translation>
    </message>
    <message>
        <source>own station</source>
        <translation>本单位微站</translation>
    </message>
    <message>
        <source>area teams</source>
        <translation>片区力量</translation>
    </message>
    <message>
        <source>fire brigade</source>
        <translation>消防救援队</translation>
    </message>
    <message>
        <source>this desk</source>
        <translation>本席位</translation>
    </message>
    <message>
        <source>units sent</source>
        <translation>已派力量</translation>
    </message>
    <message>
        <source>micro station</source>
        <translation>微型消防站</translation>
    </message>
    <message>
        <source>nobody sent</source>
        <translation>尚未派出</translation>
    </message>
    <message>
        <source>119</source>
        <translation>119</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Close: what was it? Its units are released.</source>
        <translation>办结：是什么情况？所派力量随之解除。</translation>
    </message>
    <message>
        <source>A word about it</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Close: hold 1 s</source>
        <translation>办结：按住 1 秒</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>ColumnHead</name>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>what · where</source>
        <translation>事项 · 地点</translation>
    </message>
    <message>
        <source>raised · state</source>
        <translation>时间 · 状态</translation>
    </message>
    <message>
        <source>what</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>发生时间</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>number, place, alarm  Ctrl+K</source>
        <translation>编号、地点、报警  Ctrl+K</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>number, place, alarm</source>
        <translation>编号、地点、报警</translation>
    </message>
    <message>
        <source>Nothing is called so</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Proof of the alarm paths</source>
        <translation>报警链路验证</translation>
    </message>
    <message>
        <source>Alarm performance</source>
        <translation>报警绩效</translation>
    </message>
    <message>
        <source>Change of shift</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>What was on the screens</source>
        <translation>屏幕上曾显示什么</translation>
    </message>
    <message>
        <source>Devices without a place</source>
        <translation>未定位设备</translation>
    </message>
    <message>
        <source>Health of the cameras</source>
        <translation>摄像机健康</translation>
    </message>
    <message>
        <source>Pictures in memory</source>
        <translation>内存中的画面</translation>
    </message>
    <message>
        <source>What arrives</source>
        <translation>消息来源</translation>
    </message>
    <message>
        <source>Closed incidents</source>
        <translation>已结警情</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像机</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>报警</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>点位</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>建筑</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>楼层</translation>
    </message>
    <message>
        <source>Salvo</source>
        <translation>画面组</translation>
    </message>
    <message>
        <source>Onto tile</source>
        <translation>放到窗格</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>应急力量</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Unit says</source>
        <translation>力量报告</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>投送</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>Control</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Next act now</source>
        <translation>立即触发下一步</translation>
    </message>
    <message>
        <source>End the drill (hold 1 s)</source>
        <translation>结束演练（按住 1 秒）</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message>
        <source>unack</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未结</translation>
    </message>
    <message>
        <source>shelved</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>suppressed</source>
        <translation>屏蔽</translation>
    </message>
    <message>
        <source>out of svc</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>on test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>CureWords</name>
    <message>
        <source>Give a source this topic in config.toml, or narrow what is published.</source>
        <translation>在 config.toml 中让某个来源接收此主题，或缩小发布范围。</translation>
    </message>
    <message>
        <source>Add a signal for this kind to the source.</source>
        <translation>为该来源添加此类信号。</translation>
    </message>
    <message>
        <source>Nothing to do: the room watches nothing of it.</source>
        <translation>无需处理：其中没有本室监视的内容。</translation>
    </message>
    <message>
        <source>Put {device} into the topic pattern, or give a device expression.</source>
        <translation>在主题模式中写入 {device}，或给出 device 表达式。</translation>
    </message>
    <message>
        <source>Correct the value expression, or narrow the topic to messages that have it.</source>
        <translation>改正 value 表达式，或把主题缩小到含有该值的消息。</translation>
    </message>
    <message>
        <source>A rebirth is asked for: the node then says what its aliases mean.</source>
        <translation>已请求重新注册：节点随后说明别名的含义。</translation>
    </message>
    <message>
        <source>Add the unit to units.csv, or correct its name on the device.</source>
        <translation>把该单位加入 units.csv，或改正设备上的名称。</translation>
    </message>
    <message>
        <source>Publish status and position without the retain flag.</source>
        <translation>发布状态和位置时不要设置保留标志。</translation>
    </message>
    <message>
        <source>Check the source's ecosystem: this message has another shape.</source>
        <translation>检查来源的 ecosystem：此消息的结构不同。</translation>
    </message>
    <message>
        <source>Nothing to do where a retained message was deleted; empty_payload gives it a meaning.</source>
        <translation>若是删除保留消息则无需处理；empty_payload 可赋予含义。</translation>
    </message>
    <message>
        <source>Keep pictures off this topic, or raise max_bytes.</source>
        <translation>不要在此主题上发布图片，或调大 max_bytes。</translation>
    </message>
    <message>
        <source>Look at the device: nothing that measures nests so deep.</source>
        <translation>检查设备：测量数据不会嵌套得这么深。</translation>
    </message>
    <message>
        <source>Set the source's charset, often gb18030.</source>
        <translation>设置来源的 charset，常为 gb18030。</translation>
    </message>
    <message>
        <source>Look at the device, or at the network that cut it.</source>
        <translation>检查设备，或检查截断消息的网络。</translation>
    </message>
    <message>
        <source>Look at the program that publishes it.</source>
        <translation>检查发布它的程序。</translation>
    </message>
    <message>
        <source>Check that this topic brings raw frames of this protocol.</source>
        <translation>确认此主题传来的是该协议的原始帧。</translation>
    </message>
    <message>
        <source>Look at the line between panel and gateway.</source>
        <translation>检查主机与网关之间的线路。</translation>
    </message>
    <message>
        <source>Give the source the key its messages are encrypted with (aes_key).</source>
        <translation>为来源填写消息的加密密钥（aes_key）。</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message numerus="yes">
        <source>%n left out: %1</source>
        <translation>
            <numerusform>%n 条未处理：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 alarms</source>
        <translation>%1 条报警</translation>
    </message>
    <message>
        <source>which detector?</source>
        <translation>哪个探测器？</translation>
    </message>
</context>
<context>
    <name>DeskActs</name>
    <message>
        <source>Look at it first, then press again</source>
        <translation>请先查看，再按一次</translation>
    </message>
</context>
<context>
    <name>DeskTiles</name>
    <message numerus="yes">
        <source>%n alarm(s) waiting</source>
        <translation>
            <numerusform>另有 %n 个报警等待</numerusform>
        </translation>
    </message>
    <message>
        <source>The next best cameras of an alarm appear here</source>
        <translation>报警时此处显示次优摄像机</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>无摄像机</translation>
    </message>
</context>
<context>
    <name>DeskWindow</name>
    <message>
        <source>Watchroom %1</source>
        <translation>Watchroom %1</translation>
    </message>
    <message>
        <source>%1 was first</source>
        <translation>%1 已先处理</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Acknowledge  F2</source>
        <translation>确认  F2</translation>
    </message>
    <message>
        <source>Silence  F10</source>
        <translation>消音  F10</translation>
    </message>
    <message>
        <source>Test the sound</source>
        <translation>测试声音</translation>
    </message>
    <message>
        <source>This room</source>
        <translation>本值班室</translation>
    </message>
</context>
<context>
    <name>DispatchActs</name>
    <message>
        <source>%1 says by voice</source>
        <translation>%1 口头报告</translation>
    </message>
    <message>
        <source>Stand down</source>
        <translation>解除任务</translation>
    </message>
</context>
<context>
    <name>DispatchColumn</name>
    <message>
        <source>Open incidents</source>
        <translation>未办结事件</translation>
    </message>
    <message>
        <source>The site folder names no units.</source>
        <translation>站点资料中没有应急力量。</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>应急力量</translation>
    </message>
    <message>
        <source>Units sent</source>
        <translation>已派力量</translation>
    </message>
    <message>
        <source>More units</source>
        <translation>其他力量</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>推荐力量</translation>
    </message>
    <message numerus="yes">
        <source>%n more unit(s)</source>
        <translation>
            <numerusform>还有 %n 支力量</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DispatchDesk</name>
    <message>
        <source>%1 was first</source>
        <translation>%1 已先处理</translation>
    </message>
    <message>
        <source>Not closed: hold the button for a second</source>
        <translation>未办结：请按住按钮 1 秒</translation>
    </message>
</context>
<context>
    <name>DrillPage</name>
    <message>
        <source>Let go too early: hold the button for a second.</source>
        <translation>松开过早：请按住一秒。</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
</context>
<context>
    <name>DrillWords</name>
    <message>
        <source>alarm</source>
        <translation>报警</translation>
    </message>
    <message>
        <source>back to normal</source>
        <translation>恢复正常</translation>
    </message>
    <message>
        <source>value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>call from %1</source>
        <translation>来电：%1</translation>
    </message>
    <message>
        <source>told</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>PAUSED by a live alarm</source>
        <translation>因实警已暂停</translation>
    </message>
    <message>
        <source>PAUSED by a restart of the console</source>
        <translation>因控制台重启已暂停</translation>
    </message>
    <message>
        <source>PAUSED by the controller</source>
        <translation>导调员已暂停</translation>
    </message>
    <message>
        <source>live figures kept apart</source>
        <translation>实况数据分开保存</translation>
    </message>
    <message>
        <source>ends %1</source>
        <translation>%1 结束</translation>
    </message>
    <message>
        <source>ends in %1</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>controller %1</source>
        <translation>导调员 %1</translation>
    </message>
    <message>
        <source>Live: %1 active, %2 unack</source>
        <translation>实况：%1 条进行中，%2 条未确认</translation>
    </message>
    <message>
        <source>a live fire breaks in</source>
        <translation>真实火警会立即切入</translation>
    </message>
    <message>
        <source>Live alarms, not of the drill · back in %1 s</source>
        <translation>实况报警（非演练）· %1 秒后返回</translation>
    </message>
    <message>
        <source>No live alarm is open.</source>
        <translation>没有未关闭的实况报警。</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 条</translation>
    </message>
    <message>
        <source>A drill is on already.</source>
        <translation>已有演练在进行。</translation>
    </message>
    <message>
        <source>This scenario is not there any more.</source>
        <translation>该想定已不存在。</translation>
    </message>
    <message>
        <source>Name the controller of the drill.</source>
        <translation>请填写演练导调员。</translation>
    </message>
    <message>
        <source>The controller's name is too long.</source>
        <translation>导调员姓名过长。</translation>
    </message>
    <message>
        <source>A drill takes from 1 to %1 minutes.</source>
        <translation>演练时长为 1 至 %1 分钟。</translation>
    </message>
    <message>
        <source>A live alarm waits: acknowledge it first.</source>
        <translation>有实警待处理：请先确认。</translation>
    </message>
    <message>
        <source>No drill is on.</source>
        <translation>当前没有演练。</translation>
    </message>
    <message>
        <source>The drill is paused.</source>
        <translation>演练已暂停。</translation>
    </message>
    <message>
        <source>The drill runs already.</source>
        <translation>演练已在进行。</translation>
    </message>
    <message>
        <source>That has happened already.</source>
        <translation>该步已触发。</translation>
    </message>
    <message>
        <source>There is no such act.</source>
        <translation>没有这一步。</translation>
    </message>
    <message>
        <source>This message is not on the wall any more.</source>
        <translation>电话墙上已无此消息。</translation>
    </message>
    <message>
        <source>The unit cannot say that now.</source>
        <translation>该力量此时不能如此应答。</translation>
    </message>
    <message>
        <source>Drill started by %2: %1</source>
        <translation>%2 开始演练：%1</translation>
    </message>
    <message>
        <source>Drill paused: %1</source>
        <translation>演练暂停：%1</translation>
    </message>
    <message>
        <source>Drill goes on, %2: %1</source>
        <translation>%2 继续演练：%1</translation>
    </message>
    <message>
        <source>Drill ended: %1</source>
        <translation>演练结束：%1</translation>
    </message>
    <message>
        <source>Drill, next act: %1</source>
        <translation>演练，触发下一步：%1</translation>
    </message>
    <message>
        <source>Call: %1</source>
        <translation>来电：%1</translation>
    </message>
    <message>
        <source>you spoke for %1 s</source>
        <translation>您讲话 %1 秒</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>尚未应答</translation>
    </message>
    <message>
        <source>stand down</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>已看到</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>已派遣</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>On scene</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>%1, too late</source>
        <translation>%1，超时</translation>
    </message>
</context>
<context>
    <name>DutyBar</name>
    <message>
        <source>End test</source>
        <translation>结束测试</translation>
    </message>
    <message>
        <source>Back in service</source>
        <translation>恢复使用</translation>
    </message>
    <message>
        <source>Another detector…</source>
        <translation>其他探测器…</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>Camera %1</source>
        <translation>摄像机 %1</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Export trends</source>
        <translation>导出趋势数据</translation>
    </message>
    <message>
        <source>Exporting %1…</source>
        <translation>正在导出 %1…</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Not saved: %1 (%2)</source>
        <translation>未保存：%1（%2）</translation>
    </message>
</context>
<context>
    <name>EyeControl</name>
    <message>
        <source>Position</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>EyePage</name>
    <message>
        <source>Type the day as 2026-11-21, the time as 14:03:20.</source>
        <translation>日期按 2026-11-21、时间按 14:03:20 输入。</translation>
    </message>
    <message>
        <source>DRILL</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>What was on the screens</source>
        <translation>屏幕上曾显示什么</translation>
    </message>
    <message>
        <source>This position keeps no record of its screens ([eye] keep_days = 0).</source>
        <translation>本席位不记录屏幕（[eye] keep_days = 0）。</translation>
    </message>
    <message>
        <source>The record cannot be read.</source>
        <translation>无法读取记录。</translation>
    </message>
    <message>
        <source>Reading the record.</source>
        <translation>正在读取记录。</translation>
    </message>
    <message>
        <source>Type a day and a time, or press Now.</source>
        <translation>请输入日期和时间，或按“现在”。</translation>
    </message>
    <message>
        <source>This window showed no picture then.</source>
        <translation>该窗口当时没有显示图像。</translation>
    </message>
    <message>
        <source>Changes, and by whom</source>
        <translation>变更及操作人</translation>
    </message>
    <message>
        <source>Nothing within 30 s.</source>
        <translation>30 秒内无变化。</translation>
    </message>
</context>
<context>
    <name>EyeWords</name>
    <message>
        <source>Desk</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>could not be seen</source>
        <translation>无人可见</translation>
    </message>
    <message>
        <source>no picture yet</source>
        <translation>尚无图像</translation>
    </message>
    <message>
        <source>REPLAY</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>Nothing was recorded then.</source>
        <translation>当时没有记录。</translation>
    </message>
    <message>
        <source>Last before: %1.</source>
        <translation>此前最后一次：%1。</translation>
    </message>
    <message>
        <source>First after: %1.</source>
        <translation>此后第一次：%1。</translation>
    </message>
    <message>
        <source>%1: gone</source>
        <translation>%1：已不在</translation>
    </message>
    <message>
        <source>alarm tile</source>
        <translation>报警窗格</translation>
    </message>
    <message>
        <source>next best %1</source>
        <translation>次优 %1</translation>
    </message>
    <message>
        <source>put a camera</source>
        <translation>调入摄像机</translation>
    </message>
    <message>
        <source>entered a number</source>
        <translation>输入编号调入</translation>
    </message>
    <message>
        <source>exchanged two tiles</source>
        <translation>交换两个画面</translation>
    </message>
    <message>
        <source>took another layout</source>
        <translation>更换布局</translation>
    </message>
    <message>
        <source>turned the page</source>
        <translation>翻页</translation>
    </message>
    <message>
        <source>zoomed</source>
        <translation>数字放大</translation>
    </message>
    <message>
        <source>full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>showed a salvo</source>
        <translation>调用画面组</translation>
    </message>
    <message>
        <source>started a tour</source>
        <translation>开始轮巡</translation>
    </message>
    <message>
        <source>stopped a tour</source>
        <translation>停止轮巡</translation>
    </message>
    <message>
        <source>sent the alarms away</source>
        <translation>收起报警画面</translation>
    </message>
    <message>
        <source>next camera of the alarm</source>
        <translation>报警的下一路摄像机</translation>
    </message>
    <message>
        <source>best camera of the alarm</source>
        <translation>报警的最佳摄像机</translation>
    </message>
    <message>
        <source>sent here</source>
        <translation>由其他席位投送</translation>
    </message>
</context>
<context>
    <name>FigureRows</name>
    <message>
        <source>the journal begins here</source>
        <translation>日志自此开始</translation>
    </message>
    <message>
        <source>calls / 10 min</source>
        <translation>次 / 10 分钟</translation>
    </message>
    <message>
        <source>worst 10 min</source>
        <translation>最多 10 分钟</translation>
    </message>
    <message>
        <source>in flood</source>
        <translation>泛滥时间</translation>
    </message>
    <message>
        <source>calls · alarms</source>
        <translation>次数 · 条数</translation>
    </message>
    <message>
        <source>worst per day</source>
        <translation>日最多均值</translation>
    </message>
    <message>
        <source>ten busiest</source>
        <translation>前十占比</translation>
    </message>
    <message>
        <source>chattering</source>
        <translation>频繁抖动</translation>
    </message>
    <message>
        <source>fleeting</source>
        <translation>瞬时</translation>
    </message>
    <message>
        <source>standing · stale</source>
        <translation>持续 · 超一天</translation>
    </message>
    <message>
        <source>Priorities</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>about 5 : 15 : 80 %</source>
        <translation>宜为 5 : 15 : 80 %</translation>
    </message>
    <message>
        <source>Time to acknowledge</source>
        <translation>确认用时</translation>
    </message>
    <message>
        <source>of %1 answers</source>
        <translation>共 %1 次确认</translation>
    </message>
    <message>
        <source>Nothing called in this time.</source>
        <translation>此时段内没有报警。</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>确认数</translation>
    </message>
    <message>
        <source>worst</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未结</translation>
    </message>
    <message>
        <source>Standing for more than a day</source>
        <translation>持续超过一天</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>已 %1</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>place, note, person, alarm, number …</source>
        <translation>地点、记录、人员、报警、编号…</translation>
    </message>
    <message>
        <source>Search among the closed incidents</source>
        <translation>搜索已结警情</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>处置结果</translation>
    </message>
    <message>
        <source>Class of an alarm</source>
        <translation>报警类别</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>建筑</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>应急力量</translation>
    </message>
</context>
<context>
    <name>HandoverControl</name>
    <message>
        <source>Sign and take over (hold 1 s)</source>
        <translation>签名接班（按住 1 秒）</translation>
    </message>
    <message>
        <source>%1 lines to accept</source>
        <translation>待确认 %1 条</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Takes over</source>
        <translation>接班人</translation>
    </message>
    <message>
        <source>Sign and hand over (hold 1 s)</source>
        <translation>签名交班（按住 1 秒）</translation>
    </message>
    <message>
        <source>Add the note</source>
        <translation>添加备注</translation>
    </message>
    <message>
        <source>Strike the note</source>
        <translation>划去备注</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不交班</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Sheet as PDF</source>
        <translation>交接单 PDF</translation>
    </message>
    <message>
        <source>Sheet as CSV</source>
        <translation>交接单 CSV</translation>
    </message>
    <message>
        <source>Signed sheet (PDF)</source>
        <translation>已签交接单（PDF）</translation>
    </message>
</context>
<context>
    <name>HandoverPage</name>
    <message>
        <source>Let go too early: hold the button for a second.</source>
        <translation>松开过早：请按住一秒。</translation>
    </message>
    <message>
        <source>Nothing is open, nothing is out of service, and nobody left a note.</source>
        <translation>没有未结事项，没有停用设备，也没有备注。</translation>
    </message>
    <message>
        <source>Export the sheet</source>
        <translation>导出交接单</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接单</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Change of shift, %1</source>
        <translation>交接班，%1</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>Change of shift</source>
        <translation>交接班</translation>
    </message>
</context>
<context>
    <name>HandoverWords</name>
    <message>
        <source>Open alarms</source>
        <translation>未结报警</translation>
    </message>
    <message>
        <source>Acknowledged, and nobody's</source>
        <translation>已确认，无人负责</translation>
    </message>
    <message>
        <source>Open incidents</source>
        <translation>未办结事件</translation>
    </message>
    <message>
        <source>Units that are out</source>
        <translation>出动中的力量</translation>
    </message>
    <message>
        <source>Shelved</source>
        <translation>已搁置</translation>
    </message>
    <message>
        <source>Suppressed by a rule</source>
        <translation>按规则抑制</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>On test</source>
        <translation>测试中</translation>
    </message>
    <message>
        <source>Troubles</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Detectors not proven</source>
        <translation>未验证的探测器</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>%1 detectors failed or are overdue</source>
        <translation>%1 个探测器测试未通过或已逾期</translation>
    </message>
    <message>
        <source>A test is on: %1 detectors are still to come</source>
        <translation>测试进行中：还有 %1 个探测器待测</translation>
    </message>
    <message>
        <source>controller %1</source>
        <translation>导调员 %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>clock overrun</source>
        <translation>计时超限</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>%1 sits at %2. This is what the next shift has to know.</source>
        <translation>%1 在 %2 值班。以下是接班人必须知道的事项。</translation>
    </message>
    <message>
        <source>%1 took over from %2 at %3: %4 lines accepted.</source>
        <translation>%1 于 %3 从 %2 接班：已确认 %4 条。</translation>
    </message>
    <message>
        <source>%1 signed at %2 and hands over.</source>
        <translation>%1 于 %2 签名交班。</translation>
    </message>
    <message>
        <source>%1 reads and accepts each line (Space), then signs.</source>
        <translation>%1 阅读并逐条确认（空格键），然后签名。</translation>
    </message>
    <message>
        <source>Whoever takes over signs in at this position (Ctrl+U).</source>
        <translation>接班人在本席位登录（Ctrl+U）。</translation>
    </message>
    <message>
        <source>%1 accepts each line (Space), then signs.</source>
        <translation>%1 逐条确认（空格键），然后签名。</translation>
    </message>
    <message>
        <source>Handed over by %1</source>
        <translation>交班人 %1</translation>
    </message>
    <message>
        <source>Taken over by %1</source>
        <translation>接班人 %1</translation>
    </message>
    <message>
        <source>%1 has handed over already.</source>
        <translation>%1 已经交班。</translation>
    </message>
    <message>
        <source>Nobody hands over now.</source>
        <translation>现在没有交接班。</translation>
    </message>
    <message>
        <source>Name who takes over.</source>
        <translation>请填写接班人。</translation>
    </message>
    <message>
        <source>Nobody takes over from himself: another person has to sign in.</source>
        <translation>不能自己接自己的班：须由另一人登录。</translation>
    </message>
    <message>
        <source>This name is too long.</source>
        <translation>名称过长。</translation>
    </message>
    <message>
        <source>This line is not on the sheet any more.</source>
        <translation>该条已不在交接单上。</translation>
    </message>
    <message>
        <source>This line has just changed: read it again.</source>
        <translation>该条刚刚有变化，请重新阅读。</translation>
    </message>
    <message>
        <source>%1 lines are not accepted yet.</source>
        <translation>还有 %1 条未确认。</translation>
    </message>
    <message>
        <source>Write the note first.</source>
        <translation>请先填写备注。</translation>
    </message>
    <message>
        <source>A note has at most %1 characters.</source>
        <translation>备注最多 %1 个字符。</translation>
    </message>
    <message>
        <source>There are %1 notes already: strike some.</source>
        <translation>已有 %1 条备注：请先划去一些。</translation>
    </message>
    <message>
        <source>This note was struck already.</source>
        <translation>该备注已被划去。</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>no sign-in</source>
        <translation>无需登录</translation>
    </message>
    <message>
        <source>acting supervisor</source>
        <translation>代理值班长</translation>
    </message>
    <message>
        <source>today p95 %1 s</source>
        <translation>今日 p95 %1 秒</translation>
    </message>
    <message>
        <source>alarm → picture</source>
        <translation>报警→画面</translation>
    </message>
</context>
<context>
    <name>HealthPage</name>
    <message>
        <source>all %1</source>
        <translation>全部 %1</translation>
    </message>
    <message>
        <source>to see to %1</source>
        <translation>待处理 %1</translation>
    </message>
    <message>
        <source>Its view is right from now on: %1</source>
        <translation>已确认画面正确：%1</translation>
    </message>
    <message>
        <source>Keep the cameras' health</source>
        <translation>保存摄像机健康表</translation>
    </message>
    <message>
        <source>%1 cameras, %2 to see to</source>
        <translation>%1 台摄像机，%2 台待处理</translation>
    </message>
    <message>
        <source>id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>place</source>
        <translation>按位置</translation>
    </message>
    <message>
        <source>view</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>what to do</source>
        <translation>处理办法</translation>
    </message>
    <message>
        <source>Choose a camera; Enter shows its picture.</source>
        <translation>请选择摄像机；按 Enter 显示其画面。</translation>
    </message>
    <message>
        <source>%1 s in memory</source>
        <translation>内存中 %1 秒</translation>
    </message>
    <message>
        <source>Health of the cameras</source>
        <translation>摄像机健康</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>列表排序</translation>
    </message>
    <message>
        <source>A press sorts by a column, another turns it round; also Tab, ← → and Enter</source>
        <translation>单击按该列排序，再次单击反序；也可用 Tab、← → 和回车</translation>
    </message>
    <message>
        <source>name, place, state, codec …</source>
        <translation>名称、位置、状态、编码……</translation>
    </message>
    <message>
        <source>Search among the cameras</source>
        <translation>搜索摄像机</translation>
    </message>
    <message>
        <source>View is right</source>
        <translation>画面正确</translation>
    </message>
    <message>
        <source>Takes what it shows now as a reference</source>
        <translation>以当前画面作为参考图</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
</context>
<context>
    <name>HealthWords</name>
    <message>
        <source>delayed</source>
        <translation>有延迟</translation>
    </message>
    <message>
        <source>TLS, not checked</source>
        <translation>TLS，未核验</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>无画面</translation>
    </message>
    <message>
        <source>clock wrong</source>
        <translation>时钟不准</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>被移动</translation>
    </message>
    <message>
        <source>covered, or smoke</source>
        <translation>被遮挡或有烟</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>画面全黑</translation>
    </message>
    <message>
        <source>out of focus</source>
        <translation>失焦</translation>
    </message>
    <message>
        <source>encoder frozen</source>
        <translation>编码器卡死</translation>
    </message>
    <message>
        <source>key frames too far apart</source>
        <translation>关键帧间隔过长</translation>
    </message>
    <message>
        <source>packets lost</source>
        <translation>丢包</translation>
    </message>
    <message>
        <source>few pictures a second</source>
        <translation>帧率过低</translation>
    </message>
    <message>
        <source>too many bits</source>
        <translation>码率过高</translation>
    </message>
    <message>
        <source>too large a picture</source>
        <translation>画面过大</translation>
    </message>
    <message>
        <source>key frames too close</source>
        <translation>关键帧过密</translation>
    </message>
    <message>
        <source>too many pictures a second</source>
        <translation>帧率过高</translation>
    </message>
    <message>
        <source>Set the key frame interval (GOP) to 2 s; switch smart codecs off.</source>
        <translation>将关键帧间隔（GOP）设为 2 秒，并关闭智能编码。</translation>
    </message>
    <message>
        <source>Look at the network: cable, duplex, a full switch port, Wi-Fi.</source>
        <translation>检查网络：网线、双工、交换机端口拥塞、Wi-Fi。</translation>
    </message>
    <message>
        <source>Give the small stream 10 to 15 pictures a second; look at its light.</source>
        <translation>子码流设为每秒 10～15 帧；检查现场照明。</translation>
    </message>
    <message>
        <source>Give the small stream about 512 kbit/s.</source>
        <translation>子码流设为约 512 kbit/s。</translation>
    </message>
    <message>
        <source>This is the main stream: enter the address of the sub-stream.</source>
        <translation>这是主码流：请填写子码流地址。</translation>
    </message>
    <message>
        <source>A key frame every 2 s is enough.</source>
        <translation>每 2 秒一个关键帧即可。</translation>
    </message>
    <message>
        <source>15 pictures a second are enough on a wall.</source>
        <translation>大屏上每秒 15 帧已足够。</translation>
    </message>
    <message>
        <source>views are not watched</source>
        <translation>未启用画面检查</translation>
    </message>
    <message>
        <source>view not looked at yet</source>
        <translation>尚未检查画面</translation>
    </message>
    <message>
        <source>view is being learnt</source>
        <translation>正在学习画面</translation>
    </message>
    <message>
        <source>view %1 % as known, %2 references</source>
        <translation>与已知画面相似 %1 %，参考图 %2 张</translation>
    </message>
    <message>
        <source>no.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>camera</source>
        <translation>摄像机</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>age</source>
        <translation>时延</translation>
    </message>
    <message>
        <source>fps</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>kbit/s</source>
        <translation>kbit/s</translation>
    </message>
    <message>
        <source>key</source>
        <translation>关键帧</translation>
    </message>
    <message>
        <source>codec</source>
        <translation>编码格式</translation>
    </message>
    <message>
        <source>by</source>
        <translation>传输</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>again</source>
        <translation>重连</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>to see to</source>
        <translation>待处理</translation>
    </message>
</context>
<context>
    <name>Identity</name>
    <message>
        <source>NOT VERIFIED</source>
        <translation>证书未核验</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>retry after %1 s</source>
        <translation>%1 秒后重试</translation>
    </message>
    <message>
        <source>not tried again</source>
        <translation>不再重试</translation>
    </message>
</context>
<context>
    <name>IncidentActs</name>
    <message>
        <source>Join %1</source>
        <translation>并入 %1</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>To position</source>
        <translation>移交席位</translation>
    </message>
    <message>
        <source>Where is it?</source>
        <translation>在哪里？</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>接手</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>119 is there</source>
        <translation>119 已到场</translation>
    </message>
    <message>
        <source>Close …</source>
        <translation>办结 …</translation>
    </message>
    <message>
        <source>New incident  Ctrl+N</source>
        <translation>新建事件  Ctrl+N</translation>
    </message>
    <message numerus="yes">
        <source>Dispatch %n unit(s)</source>
        <translation>
            <numerusform>派单：%n 支力量</numerusform>
        </translation>
    </message>
    <message>
        <source>Add units</source>
        <translation>增派力量</translation>
    </message>
    <message>
        <source>Open an incident</source>
        <translation>立案</translation>
    </message>
</context>
<context>
    <name>IncidentPage</name>
    <message>
        <source>Open incidents</source>
        <translation>未办结事件</translation>
    </message>
    <message>
        <source>Closed lately</source>
        <translation>最近办结</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>No incident is open and none was closed in this run: there is no timeline.</source>
        <translation>没有未办结的事件，本次运行也没有办结的事件，因此没有时间线。</translation>
    </message>
</context>
<context>
    <name>IncidentWords</name>
    <message>
        <source>Resolved</source>
        <translation>已处置</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未发现异常</translation>
    </message>
    <message>
        <source>False alarm</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>重复事件</translation>
    </message>
    <message>
        <source>Handed to 119</source>
        <translation>移交 119</translation>
    </message>
    <message>
        <source>This incident is not known here any more</source>
        <translation>此处已没有该事件</translation>
    </message>
    <message>
        <source>This incident is closed</source>
        <translation>该事件已办结</translation>
    </message>
    <message>
        <source>This alarm belongs to another incident</source>
        <translation>该报警属于另一事件</translation>
    </message>
    <message>
        <source>Name the position that takes over</source>
        <translation>请填写接手的席位</translation>
    </message>
    <message>
        <source>Say where it is</source>
        <translation>请填写地点</translation>
    </message>
    <message>
        <source>The note is empty</source>
        <translation>记事为空</translation>
    </message>
    <message>
        <source>The note is too long</source>
        <translation>记事过长</translation>
    </message>
    <message>
        <source>This clock has stopped already</source>
        <translation>该计时已停止</translation>
    </message>
    <message>
        <source>Choose an alarm or an incident first</source>
        <translation>请先选择报警或事件</translation>
    </message>
    <message>
        <source>There is no such unit</source>
        <translation>没有这支力量</translation>
    </message>
    <message>
        <source>Nobody else can be sent</source>
        <translation>已无其他力量可派</translation>
    </message>
    <message>
        <source>This unit is out of service</source>
        <translation>该力量停勤</translation>
    </message>
    <message>
        <source>This unit has the order already</source>
        <translation>该力量已收到派单</translation>
    </message>
    <message>
        <source>This unit is at another incident</source>
        <translation>该力量正在处置另一事件</translation>
    </message>
    <message>
        <source>This unit has no order</source>
        <translation>该力量没有任务</translation>
    </message>
    <message>
        <source>The unit is so already</source>
        <translation>该力量已是此状态</translation>
    </message>
    <message>
        <source>No unit can say that of itself</source>
        <translation>力量不能自报此状态</translation>
    </message>
</context>
<context>
    <name>JournalPanel</name>
    <message>
        <source>Journal</source>
        <translation>事件日志</translation>
    </message>
    <message>
        <source>Raised: %1</source>
        <translation>报警：%1</translation>
    </message>
    <message>
        <source>%2 acknowledged: %1</source>
        <translation>%2 已确认：%1</translation>
    </message>
    <message>
        <source>Normal again: %1</source>
        <translation>恢复正常：%1</translation>
    </message>
    <message>
        <source>Source lost: %1</source>
        <translation>信号中断：%1</translation>
    </message>
    <message>
        <source>Suppressed by design: %1</source>
        <translation>按设计抑制：%1</translation>
    </message>
    <message>
        <source>%2 reset: %1</source>
        <translation>%2 已复位：%1</translation>
    </message>
    <message>
        <source>%2 was first: %1</source>
        <translation>%2 已先操作：%1</translation>
    </message>
    <message>
        <source>Picture: %1, %2</source>
        <translation>画面：%1，%2</translation>
    </message>
    <message>
        <source>%1 spoke on %2, %3</source>
        <translation>%1 在 %2 讲话，%3</translation>
    </message>
    <message>
        <source>%1 is dark</source>
        <translation>%1 失联</translation>
    </message>
    <message>
        <source>%1 is back</source>
        <translation>%1 已恢复</translation>
    </message>
    <message>
        <source>%1 has left</source>
        <translation>%1 已退出</translation>
    </message>
    <message>
        <source>%1 works on this journal, too</source>
        <translation>%1 也在使用本日志</translation>
    </message>
    <message>
        <source>%1 lost: %2</source>
        <translation>%1 中断：%2</translation>
    </message>
    <message>
        <source>%1 is up</source>
        <translation>%1正常</translation>
    </message>
    <message>
        <source>Refused (%1): %2</source>
        <translation>拒收（%1）：%2</translation>
    </message>
    <message>
        <source>A message was set aside: %1</source>
        <translation>一条消息已隔离：%1</translation>
    </message>
    <message>
        <source>The clock was stepped by %1 s</source>
        <translation>时钟跳变 %1 秒</translation>
    </message>
</context>
<context>
    <name>KindWords</name>
    <message>
        <source>%1: fault</source>
        <translation>%1：故障</translation>
    </message>
    <message>
        <source>%1: test or removed</source>
        <translation>%1：测试或拆除</translation>
    </message>
    <message>
        <source>%1: not heard</source>
        <translation>%1：无信号</translation>
    </message>
    <message>
        <source>%1: rising fast</source>
        <translation>%1：上升过快</translation>
    </message>
    <message>
        <source>%1: falling fast</source>
        <translation>%1：下降过快</translation>
    </message>
    <message>
        <source>Smoke</source>
        <translation>烟感报警</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>感温报警</translation>
    </message>
    <message>
        <source>Flame</source>
        <translation>火焰报警</translation>
    </message>
    <message>
        <source>Fire</source>
        <translation>火灾报警</translation>
    </message>
    <message>
        <source>Manual call point</source>
        <translation>手动报警按钮</translation>
    </message>
    <message>
        <source>Water flow</source>
        <translation>水流指示</translation>
    </message>
    <message>
        <source>Panic button</source>
        <translation>紧急按钮</translation>
    </message>
    <message>
        <source>Gas</source>
        <translation>可燃气体</translation>
    </message>
    <message>
        <source>Carbon monoxide</source>
        <translation>一氧化碳</translation>
    </message>
    <message>
        <source>Pre-alarm</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>Smoke in the picture</source>
        <translation>画面烟雾</translation>
    </message>
    <message>
        <source>Fire in the picture</source>
        <translation>画面火焰</translation>
    </message>
    <message>
        <source>On test</source>
        <translation>测试中</translation>
    </message>
    <message>
        <source>Silenced</source>
        <translation>已消音</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>被拆除</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>已屏蔽</translation>
    </message>
    <message>
        <source>Valve shut</source>
        <translation>阀门关闭</translation>
    </message>
    <message>
        <source>Fire door open</source>
        <translation>防火门开启</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>反馈信号</translation>
    </message>
    <message>
        <source>Device deleted at its bridge</source>
        <translation>设备已在网关上删除</translation>
    </message>
    <message>
        <source>Tamper</source>
        <translation>防拆报警</translation>
    </message>
    <message>
        <source>Device fault</source>
        <translation>设备故障</translation>
    </message>
    <message>
        <source>Device offline</source>
        <translation>设备离线</translation>
    </message>
    <message>
        <source>Clock wrong</source>
        <translation>时钟异常</translation>
    </message>
    <message>
        <source>Power fault</source>
        <translation>电源故障</translation>
    </message>
    <message>
        <source>Wire break</source>
        <translation>线路断线</translation>
    </message>
    <message>
        <source>Video loss</source>
        <translation>视频丢失</translation>
    </message>
    <message>
        <source>Battery low</source>
        <translation>电池电量低</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>摄像机无画面</translation>
    </message>
    <message>
        <source>Camera moved</source>
        <translation>摄像机被移动</translation>
    </message>
    <message>
        <source>Camera covered, or smoke</source>
        <translation>摄像机被遮挡或有烟</translation>
    </message>
    <message>
        <source>Camera in the dark</source>
        <translation>摄像机画面全黑</translation>
    </message>
    <message>
        <source>Camera out of focus</source>
        <translation>摄像机失焦</translation>
    </message>
    <message>
        <source>Camera sends a frozen picture</source>
        <translation>摄像机画面卡死</translation>
    </message>
    <message>
        <source>E-bike in lift</source>
        <translation>电动车进电梯</translation>
    </message>
    <message>
        <source>Fire lane blocked</source>
        <translation>消防通道占用</translation>
    </message>
    <message>
        <source>Piled goods</source>
        <translation>杂物堆放</translation>
    </message>
    <message>
        <source>Charging post too hot</source>
        <translation>充电桩过热</translation>
    </message>
    <message>
        <source>Charging post temperature</source>
        <translation>充电桩温度</translation>
    </message>
    <message>
        <source>Water leak</source>
        <translation>漏水</translation>
    </message>
    <message>
        <source>Intrusion</source>
        <translation>入侵</translation>
    </message>
    <message>
        <source>Leakage current</source>
        <translation>剩余电流（漏电）</translation>
    </message>
    <message>
        <source>Again and again</source>
        <translation>短时多发</translation>
    </message>
    <message>
        <source>Rain warning</source>
        <translation>暴雨预警</translation>
    </message>
    <message>
        <source>Wind warning</source>
        <translation>大风预警</translation>
    </message>
    <message>
        <source>Heat warning</source>
        <translation>高温预警</translation>
    </message>
    <message>
        <source>Flood warning</source>
        <translation>洪水预警</translation>
    </message>
    <message>
        <source>Weather warning</source>
        <translation>气象预警</translation>
    </message>
    <message>
        <source>Waterlogging threatens</source>
        <translation>内涝风险</translation>
    </message>
    <message>
        <source>Hydrant pressure</source>
        <translation>消火栓水压</translation>
    </message>
    <message>
        <source>Water level</source>
        <translation>水位</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Humidity</source>
        <translation>湿度</translation>
    </message>
    <message>
        <source>Gas level</source>
        <translation>燃气浓度</translation>
    </message>
    <message>
        <source>CO level</source>
        <translation>一氧化碳浓度</translation>
    </message>
    <message>
        <source>Smoke level</source>
        <translation>烟雾浓度</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>功率</translation>
    </message>
    <message>
        <source>Rain</source>
        <translation>雨量</translation>
    </message>
    <message>
        <source>Voltage</source>
        <translation>电压</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>电流</translation>
    </message>
    <message>
        <source>Radio quality</source>
        <translation>无线信号质量</translation>
    </message>
    <message>
        <source>Broker lost</source>
        <translation>消息服务中断</translation>
    </message>
    <message>
        <source>Messages delayed</source>
        <translation>消息延迟</translation>
    </message>
    <message>
        <source>Journal failing</source>
        <translation>日志写入失败</translation>
    </message>
    <message>
        <source>Trends not kept</source>
        <translation>趋势数据未保存</translation>
    </message>
    <message>
        <source>Receipts failing</source>
        <translation>收件记录写入失败</translation>
    </message>
    <message>
        <source>Video lost</source>
        <translation>视频进程中断</translation>
    </message>
    <message>
        <source>Sound lost</source>
        <translation>声音中断</translation>
    </message>
    <message>
        <source>Voice server lost</source>
        <translation>语音服务器中断</translation>
    </message>
    <message>
        <source>Guardian lost</source>
        <translation>守护程序已断开</translation>
    </message>
    <message>
        <source>Gateway lost</source>
        <translation>网关断开</translation>
    </message>
    <message>
        <source>No clip kept</source>
        <translation>未保存录像片段</translation>
    </message>
    <message>
        <source>Message set aside</source>
        <translation>消息已隔离</translation>
    </message>
    <message>
        <source>Program error</source>
        <translation>程序错误</translation>
    </message>
    <message>
        <source>Detectors not proven</source>
        <translation>未验证的探测器</translation>
    </message>
    <message>
        <source>Screen gone</source>
        <translation>屏幕丢失</translation>
    </message>
    <message>
        <source>Settings file failing</source>
        <translation>设置文件故障</translation>
    </message>
    <message>
        <source>Record not looked after</source>
        <translation>记录未得到维护</translation>
    </message>
    <message>
        <source>Disk filling up</source>
        <translation>磁盘将满</translation>
    </message>
    <message>
        <source>No recent backup</source>
        <translation>近期没有备份</translation>
    </message>
    <message>
        <source>Screens not recorded</source>
        <translation>屏幕未记录</translation>
    </message>
    <message>
        <source>Console is dark</source>
        <translation>席位失联</translation>
    </message>
    <message>
        <source>Accounts file failing</source>
        <translation>账户文件故障</translation>
    </message>
    <message>
        <source>Most messages refused</source>
        <translation>多数消息被拒收</translation>
    </message>
</context>
<context>
    <name>Lamps</name>
    <message>
        <source>up</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>sandbox</source>
        <translation>沙盒</translation>
    </message>
    <message>
        <source>ON AIR</source>
        <translation>正在通话</translation>
    </message>
    <message>
        <source>lost %1</source>
        <translation>中断 %1</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>积压</translation>
    </message>
    <message>
        <source>silenced</source>
        <translation>已消音</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>未启用</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>Latency ledger, s</source>
        <translation>时延记录，秒</translation>
    </message>
    <message>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>row</source>
        <translation>列出</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>your key</source>
        <translation>您的确认</translation>
    </message>
</context>
<context>
    <name>LineWords</name>
    <message>
        <source>Site</source>
        <translation>园区</translation>
    </message>
    <message>
        <source>others %1</source>
        <translation>其他 %1</translation>
    </message>
    <message>
        <source>FIRST</source>
        <translation>首报</translation>
    </message>
    <message>
        <source>on test %1</source>
        <translation>测试 %1</translation>
    </message>
    <message>
        <source>out of service %1</source>
        <translation>停用 %1</translation>
    </message>
    <message>
        <source>verify %1</source>
        <translation>核警 %1</translation>
    </message>
    <message>
        <source>shelved %1</source>
        <translation>搁置 %1</translation>
    </message>
    <message>
        <source>verify expired: counts as real</source>
        <translation>核警超时：按属实处理</translation>
    </message>
    <message>
        <source>acknowledged, unowned</source>
        <translation>已确认，无人负责</translation>
    </message>
    <message>
        <source>chattering</source>
        <translation>频繁抖动</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>长期未消除</translation>
    </message>
    <message>
        <source>came again</source>
        <translation>再次报警</translation>
    </message>
    <message>
        <source>got worse</source>
        <translation>加重</translation>
    </message>
    <message>
        <source>acknowledged, nothing done</source>
        <translation>已确认但未处置</translation>
    </message>
    <message>
        <source>2nd detector: fire</source>
        <translation>第二探测器：火警</translation>
    </message>
    <message>
        <source>shelf ended</source>
        <translation>搁置到期</translation>
    </message>
    <message>
        <source>cause gone</source>
        <translation>原因已消除</translation>
    </message>
    <message>
        <source>back in service</source>
        <translation>恢复使用</translation>
    </message>
    <message>
        <source>test ended</source>
        <translation>测试结束</translation>
    </message>
    <message>
        <source>fire near it</source>
        <translation>附近有火情</translation>
    </message>
    <message>
        <source>second tone</source>
        <translation>第二警音</translation>
    </message>
    <message>
        <source>every position and the walls</source>
        <translation>全部席位与大屏</translation>
    </message>
    <message>
        <source>supervisor called</source>
        <translation>已呼叫值班长</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>a person said it is real</source>
        <translation>人工核警属实</translation>
    </message>
    <message>
        <source>second detector: %1</source>
        <translation>第二探测器：%1</translation>
    </message>
    <message>
        <source>a second detector, or one that is not in service</source>
        <translation>第二探测器，或配对探测器停用</translation>
    </message>
    <message>
        <source>because of: %1</source>
        <translation>原因：%1</translation>
    </message>
</context>
<context>
    <name>LinkWords</name>
    <message>
        <source>Broker</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>日志库</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史数据</translation>
    </message>
    <message>
        <source>Spool</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>语音</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>守护程序</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>摄像机</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点位</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>设置文件</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>档案</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Screen record</source>
        <translation>屏幕记录</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Consoles</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>无法到达</translation>
    </message>
    <message>
        <source>name not found</source>
        <translation>找不到主机名</translation>
    </message>
    <message>
        <source>TLS failed</source>
        <translation>TLS 失败</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>no heartbeat</source>
        <translation>无心跳</translation>
    </message>
    <message>
        <source>wrong password</source>
        <translation>密码错误</translation>
    </message>
    <message>
        <source>not authorised</source>
        <translation>未授权</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>未被接受</translation>
    </message>
    <message>
        <source>subscription refused</source>
        <translation>订阅被拒绝</translation>
    </message>
    <message>
        <source>another console uses this position</source>
        <translation>另一控制台占用此席位</translation>
    </message>
    <message>
        <source>broker is shutting down</source>
        <translation>消息服务正在关闭</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>protocol error</source>
        <translation>协议错误</translation>
    </message>
    <message>
        <source>more messages than can be read, they wait at the broker</source>
        <translation>消息多于可读取的数量，正在消息服务器上等待</translation>
    </message>
    <message>
        <source>wrong configuration</source>
        <translation>配置错误</translation>
    </message>
    <message>
        <source>database locked</source>
        <translation>数据库被锁定</translation>
    </message>
    <message>
        <source>disk full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>folder is read-only</source>
        <translation>文件夹只读</translation>
    </message>
    <message>
        <source>file damaged</source>
        <translation>文件损坏</translation>
    </message>
    <message>
        <source>database server away</source>
        <translation>数据库服务器不可达</translation>
    </message>
    <message>
        <source>read or write error</source>
        <translation>读写错误</translation>
    </message>
    <message>
        <source>used by another process</source>
        <translation>被另一进程占用</translation>
    </message>
    <message>
        <source>not sealed, or old parts not cleared</source>
        <translation>未封存，或旧记录未清理</translation>
    </message>
    <message>
        <source>almost full</source>
        <translation>几乎已满</translation>
    </message>
    <message>
        <source>will soon be full</source>
        <translation>即将写满</translation>
    </message>
    <message>
        <source>the newest is too old</source>
        <translation>最近一次备份过旧</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>没有备份</translation>
    </message>
    <message>
        <source>nobody synchronises it</source>
        <translation>无人校时</translation>
    </message>
    <message>
        <source>differs from the database's</source>
        <translation>与数据库时钟不一致</translation>
    </message>
    <message>
        <source>differs from another console's</source>
        <translation>与另一控制台时钟不一致</translation>
    </message>
    <message>
        <source>program error</source>
        <translation>程序错误</translation>
    </message>
    <message>
        <source>process died</source>
        <translation>进程退出</translation>
    </message>
    <message>
        <source>process hung</source>
        <translation>进程无响应</translation>
    </message>
    <message>
        <source>process cannot start</source>
        <translation>进程无法启动</translation>
    </message>
    <message>
        <source>no audio device</source>
        <translation>没有音频设备</translation>
    </message>
    <message>
        <source>audio device gone</source>
        <translation>音频设备已断开</translation>
    </message>
    <message>
        <source>audio device takes no sound</source>
        <translation>音频设备不接收声音</translation>
    </message>
    <message>
        <source>audio device cannot be opened</source>
        <translation>音频设备无法打开</translation>
    </message>
    <message>
        <source>not a voice server</source>
        <translation>不是语音服务器</translation>
    </message>
    <message>
        <source>no encrypted connection</source>
        <translation>无法加密连接</translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation>证书不受信任</translation>
    </message>
    <message>
        <source>name in use</source>
        <translation>名称已被使用</translation>
    </message>
    <message>
        <source>name refused</source>
        <translation>名称被拒绝</translation>
    </message>
    <message>
        <source>server full</source>
        <translation>服务器已满</translation>
    </message>
    <message>
        <source>needs our certificate</source>
        <translation>需要本机证书</translation>
    </message>
    <message>
        <source>not admitted</source>
        <translation>不允许进入</translation>
    </message>
    <message>
        <source>sent away</source>
        <translation>被移出</translation>
    </message>
    <message>
        <source>channel unknown</source>
        <translation>没有此频道</translation>
    </message>
    <message>
        <source>password unreadable</source>
        <translation>密码无法读取</translation>
    </message>
    <message>
        <source>own certificate unreadable</source>
        <translation>本机证书无法读取</translation>
    </message>
    <message>
        <source>the voice process ended</source>
        <translation>语音进程已退出</translation>
    </message>
    <message>
        <source>nobody listens to this topic</source>
        <translation>该主题无人订阅</translation>
    </message>
    <message>
        <source>no rule for it</source>
        <translation>无对应规则</translation>
    </message>
    <message>
        <source>nothing in it to watch</source>
        <translation>无监视内容</translation>
    </message>
    <message>
        <source>device not named</source>
        <translation>未标明设备</translation>
    </message>
    <message>
        <source>value missing</source>
        <translation>缺少数值</translation>
    </message>
    <message>
        <source>device not introduced</source>
        <translation>设备未注册</translation>
    </message>
    <message>
        <source>encrypted, no key</source>
        <translation>已加密，没有密钥</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空消息</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>过大</translation>
    </message>
    <message>
        <source>nested too deep</source>
        <translation>嵌套过深</translation>
    </message>
    <message>
        <source>wrong character set</source>
        <translation>字符集错误</translation>
    </message>
    <message>
        <source>broken JSON</source>
        <translation>JSON 损坏</translation>
    </message>
    <message>
        <source>broken XML</source>
        <translation>XML 损坏</translation>
    </message>
    <message>
        <source>broken frame</source>
        <translation>报文损坏</translation>
    </message>
    <message>
        <source>wrong checksum</source>
        <translation>校验和错误</translation>
    </message>
    <message>
        <source>unknown unit</source>
        <translation>未知力量</translation>
    </message>
    <message>
        <source>kept from another time</source>
        <translation>保留的旧消息</translation>
    </message>
    <message>
        <source>wrong type</source>
        <translation>类型错误</translation>
    </message>
</context>
<context>
    <name>LoadWords</name>
    <message>
        <source>Overload: %1</source>
        <translation>过载：%1</translation>
    </message>
    <message>
        <source>since %1 · %2</source>
        <translation>%1 起 · %2</translation>
    </message>
    <message>
        <source>%1 tiles would need about %2 % of the processor; pictures may take %3 %</source>
        <translation>%1 格约需处理器的 %2 %，画面最多可用 %3 %</translation>
    </message>
    <message>
        <source>Then: %1. Once more shows it all the same</source>
        <translation>届时：%1。再操作一次则照样显示</translation>
    </message>
    <message>
        <source>Paused: overload</source>
        <translation>已暂停：过载</translation>
    </message>
    <message>
        <source>%1 tiles paused</source>
        <translation>%1 格暂停</translation>
    </message>
    <message>
        <source>%1 tiles paused, %2 slowed to a quarter</source>
        <translation>%1 格暂停，%2 格降至四分之一</translation>
    </message>
    <message>
        <source>%1 tiles slowed to a quarter</source>
        <translation>%1 格降至四分之一帧率</translation>
    </message>
    <message>
        <source>%1 small tiles slowed to half</source>
        <translation>%1 个小格降至一半帧率</translation>
    </message>
    <message>
        <source>views of unseen cameras not checked</source>
        <translation>未上屏摄像机的画面暂不检查</translation>
    </message>
    <message>
        <source>%1 % of the pictures came late</source>
        <translation>%1 % 的画面来迟</translation>
    </message>
    <message>
        <source>the windows do not come to paint them</source>
        <translation>窗口来不及绘制</translation>
    </message>
    <message>
        <source>pictures took %1 % of the processor</source>
        <translation>画面占用处理器 %1 %</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>Nobody is signed in</source>
        <translation>无人登录</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>Alarms are shown and sound as ever. Whoever signs in finds everything as it stands.</source>
        <translation>报警照常显示、照常发声。登录后一切保持原样。</translation>
    </message>
    <message>
        <source>Fire alarms: %1</source>
        <translation>火警：%1</translation>
    </message>
    <message>
        <source>%1 more, as urgent</source>
        <translation>另有 %1 条同等紧急</translation>
    </message>
    <message>
        <source>Other alarms: %1, not acknowledged: %2</source>
        <translation>其他报警：%1，未确认：%2</translation>
    </message>
</context>
<context>
    <name>MemoryPage</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>no picture comes</source>
        <translation>没有画面来</translation>
    </message>
    <message>
        <source>The video process has not told yet</source>
        <translation>视频进程尚未报告</translation>
    </message>
    <message>
        <source>%1 cameras, %2 s of each wanted, %3 have less</source>
        <translation>%1 台摄像机，每台应存 %2 秒，%3 台不足</translation>
    </message>
    <message>
        <source>Pictures in memory</source>
        <translation>内存中的画面</translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>no microphone: listening only</source>
        <translation>无话筒：只能收听</translation>
    </message>
    <message>
        <source>shut</source>
        <translation>关</translation>
    </message>
    <message>
        <source>mic</source>
        <translation>话筒</translation>
    </message>
    <message>
        <source>is open</source>
        <translation>开</translation>
    </message>
    <message>
        <source>The system's microphone</source>
        <translation>系统默认话筒</translation>
    </message>
</context>
<context>
    <name>NewcomerControl</name>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Name or kind</source>
        <translation>名称或类型</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>not placed</source>
        <translation>未定位</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>why it is not wanted</source>
        <translation>拒绝原因</translation>
    </message>
    <message>
        <source>Place …</source>
        <translation>定位…</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>New devices as CSV</source>
        <translation>新设备 CSV</translation>
    </message>
</context>
<context>
    <name>NewcomerPage</name>
    <message>
        <source>No device of this list is called so.</source>
        <translation>此列表中没有这样的设备。</translation>
    </message>
    <message>
        <source>Every device that was heard has its place at the site.</source>
        <translation>听到的每台设备都已在园区定位。</translation>
    </message>
    <message>
        <source>Signed and written. It counts when the change of the site is applied: Ctrl+R.</source>
        <translation>已签署并写入。应用园区变更后生效：Ctrl+R。</translation>
    </message>
    <message>
        <source>Somebody has decided about it already</source>
        <translation>已有人作出决定</translation>
    </message>
    <message>
        <source>Keep the list of new devices</source>
        <translation>保存新设备列表</translation>
    </message>
    <message>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>maker</source>
        <translation>厂家</translation>
    </message>
    <message>
        <source>model</source>
        <translation>型号</translation>
    </message>
    <message>
        <source>kinds</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>said last</source>
        <translation>最近上报</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Devices without a place</source>
        <translation>未定位设备</translation>
    </message>
</context>
<context>
    <name>NewcomerWords</name>
    <message>
        <source>ALARM: %1</source>
        <translation>报警：%1</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>not placed</source>
        <translation>未定位</translation>
    </message>
    <message>
        <source>signed, to be applied</source>
        <translation>已签署，待应用</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>alarm</source>
        <translation>报警</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>test or removed</source>
        <translation>测试或拆除</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>heard %1</source>
        <translation>收到 %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>known since %1</source>
        <translation>首次出现 %1</translation>
    </message>
    <message>
        <source>was heard as %1</source>
        <translation>曾以 %1 上报</translation>
    </message>
    <message>
        <source>announced by its bridge</source>
        <translation>由网关通告</translation>
    </message>
    <message>
        <source>only heard, nobody announced it</source>
        <translation>仅收到消息，无人通告</translation>
    </message>
    <message>
        <source>signed by %1, %2</source>
        <translation>%1 签署，%2</translation>
    </message>
    <message>
        <source>rejected by %1, %2: %3</source>
        <translation>%1 拒绝，%2：%3</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) without a place</source>
        <translation>
            <numerusform>%n 台设备未定位</numerusform>
        </translation>
    </message>
    <message>
        <source>The list is full: %1 more were heard.</source>
        <translation>列表已满：另收到 %1 台。</translation>
    </message>
    <message>
        <source>This device is not listed any more</source>
        <translation>此设备已不在列表中</translation>
    </message>
    <message>
        <source>Somebody has decided about it already</source>
        <translation>已有人作出决定</translation>
    </message>
    <message>
        <source>It is not rejected</source>
        <translation>它未被拒绝</translation>
    </message>
    <message>
        <source>Say why</source>
        <translation>请填写理由</translation>
    </message>
    <message>
        <source>Tick what it measures</source>
        <translation>请勾选它测量的内容</translation>
    </message>
    <message>
        <source>Give its name in both languages</source>
        <translation>请填写中英文名称</translation>
    </message>
    <message>
        <source>Click on the plan where it hangs</source>
        <translation>请在平面图上点击安装位置</translation>
    </message>
    <message>
        <source>Another device is being written</source>
        <translation>正在写入另一台设备</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>A part of the program failed: %1.</source>
        <translation>程序的一部分出错：%1。</translation>
    </message>
    <message>
        <source>The console was restarted at %1 after it hung for %2 s.</source>
        <translation>控制台无响应 %2 秒，已于 %1 重新启动。</translation>
    </message>
    <message>
        <source>The console was restarted at %1: it did not start within %2 s.</source>
        <translation>控制台未能在 %2 秒内启动，已于 %1 重新启动。</translation>
    </message>
    <message>
        <source>The console was restarted at %1 after it was killed (%2).</source>
        <translation>控制台被强制终止（%2），已于 %1 重新启动。</translation>
    </message>
    <message>
        <source>The console was restarted at %1 after it ended with status %2.</source>
        <translation>控制台异常退出（状态 %2），已于 %1 重新启动。</translation>
    </message>
    <message>
        <source>No report could be written.</source>
        <translation>未能写入报告。</translation>
    </message>
    <message>
        <source>Report: %1</source>
        <translation>报告：%1</translation>
    </message>
    <message>
        <source>No sound: look at the screen. An alarm is due that nobody can hear.</source>
        <translation>无声：请看屏幕。有报警应发声，但听不到。</translation>
    </message>
    <message>
        <source>Seen  Ctrl+D</source>
        <translation>已阅  Ctrl+D</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>另有 %1 条</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Result as PDF</source>
        <translation>结果（PDF）</translation>
    </message>
    <message>
        <source>Result as CSV</source>
        <translation>结果（CSV）</translation>
    </message>
    <message>
        <source>Another drill</source>
        <translation>再次演练</translation>
    </message>
</context>
<context>
    <name>PageButtons</name>
    <message>
        <source>Plan</source>
        <translation>平面图</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>大屏</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>录像</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>趋势曲线</translation>
    </message>
    <message>
        <source>New devices</source>
        <translation>新设备</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Proofs</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>绩效</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>摄像机</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Arrivals</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Closed incidents</source>
        <translation>已结警情</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Stays when an alarm comes</source>
        <translation>来报警时不切换</translation>
    </message>
</context>
<context>
    <name>PageRows</name>
    <message>
        <source>The site folder holds no scenario: see drills/ in its manual.</source>
        <translation>站点文件夹中没有演练想定：见手册 drills/。</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>演练内容</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>演练进程</translation>
    </message>
    <message>
        <source>No alarm was raised in this drill: there is nothing to measure.</source>
        <translation>本次演练未产生报警，无可统计内容。</translation>
    </message>
    <message>
        <source>after the alarm</source>
        <translation>报警后</translation>
    </message>
</context>
<context>
    <name>PeoplePanel</name>
    <message>
        <source>Acting supervisor</source>
        <translation>代理值班长</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>There are no accounts: everybody here is %1 and may do everything.</source>
        <translation>没有账户：这里的每个人都是 %1，可执行所有操作。</translation>
    </message>
    <message>
        <source>Lock  Ctrl+L</source>
        <translation>锁定  Ctrl+L</translation>
    </message>
    <message>
        <source>Change operator</source>
        <translation>换人</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Stand in …</source>
        <translation>代理…</translation>
    </message>
    <message>
        <source>Done  Ctrl+U</source>
        <translation>完成  Ctrl+U</translation>
    </message>
</context>
<context>
    <name>PeopleWords</name>
    <message>
        <source>Dispatcher</source>
        <translation>调度员</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>大屏</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>值班长</translation>
    </message>
    <message>
        <source>Engineer</source>
        <translation>维护工程师</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Locked: nobody was at this position</source>
        <translation>已锁定：席位无人操作</translation>
    </message>
    <message>
        <source>Locked after a restart</source>
        <translation>重启后已锁定</translation>
    </message>
    <message>
        <source>Nobody is signed in here</source>
        <translation>本席位无人登录</translation>
    </message>
    <message>
        <source>This position is locked</source>
        <translation>本席位已锁定</translation>
    </message>
    <message>
        <source>Your role does not allow this</source>
        <translation>您的角色无权执行此操作</translation>
    </message>
    <message>
        <source>Alarms of this class are not yours</source>
        <translation>您不负责此类报警</translation>
    </message>
    <message>
        <source>This is not in your area</source>
        <translation>不在您的负责区域内</translation>
    </message>
    <message>
        <source>There are no accounts here</source>
        <translation>此处没有账户</translation>
    </message>
    <message>
        <source>Name or password wrong</source>
        <translation>用户名或密码错误</translation>
    </message>
    <message>
        <source>Wait %1 s</source>
        <translation>请等待 %1 秒</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Type name and password</source>
        <translation>请输入用户名和密码</translation>
    </message>
    <message>
        <source>It takes a second person</source>
        <translation>需要第二个人</translation>
    </message>
    <message>
        <source>Nobody is called so</source>
        <translation>没有此用户</translation>
    </message>
    <message>
        <source>Only a dispatcher can stand in</source>
        <translation>只有调度员可以代理</translation>
    </message>
    <message>
        <source>At most %1 hours</source>
        <translation>最多 %1 小时</translation>
    </message>
    <message>
        <source>Stands in already</source>
        <translation>已在代理</translation>
    </message>
    <message>
        <source>Does not stand in</source>
        <translation>未在代理</translation>
    </message>
</context>
<context>
    <name>PerformanceBar</name>
    <message>
        <source>give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>All of it as a PDF</source>
        <translation>全部内容存为 PDF</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
</context>
<context>
    <name>PerformanceExport</name>
    <message>
        <source>Keep the alarm performance</source>
        <translation>保存报警绩效</translation>
    </message>
    <message>
        <source>Calls per 10 min; the line is where a flood begins</source>
        <translation>每 10 分钟报警次数；横线为报警泛滥起点</translation>
    </message>
    <message>
        <source>look at it</source>
        <translation>需关注</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>what</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Priorities</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>class or position</source>
        <translation>类别或席位</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>确认数</translation>
    </message>
    <message>
        <source>Time to acknowledge</source>
        <translation>确认用时</translation>
    </message>
    <message>
        <source>point</source>
        <translation>点位</translation>
    </message>
    <message>
        <source>chattering</source>
        <translation>频繁抖动</translation>
    </message>
    <message>
        <source>fleeting</source>
        <translation>瞬时</translation>
    </message>
    <message>
        <source>half stood</source>
        <translation>半数持续</translation>
    </message>
    <message>
        <source>what would help</source>
        <translation>有效措施</translation>
    </message>
    <message>
        <source>Ten busiest points</source>
        <translation>报警最多的十个点位</translation>
    </message>
    <message>
        <source>since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Standing for more than a day</source>
        <translation>持续超过一天</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>规则 %1</translation>
    </message>
    <message>
        <source>found</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>proposal</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>effect</source>
        <translation>效果</translation>
    </message>
    <message>
        <source>real alarms</source>
        <translation>真实报警</translation>
    </message>
    <message>
        <source>%1 recorded, %2 replayed</source>
        <translation>记录 %1 次，重演 %2 次</translation>
    </message>
    <message>
        <source>tried</source>
        <translation>已试</translation>
    </message>
</context>
<context>
    <name>PerformancePage</name>
    <message>
        <source>working: %1 %</source>
        <translation>计算中：%1 %</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>alarm flood</source>
        <translation>报警洪泛</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>规则 %1</translation>
    </message>
    <message>
        <source>Reading the journal.</source>
        <translation>正在读取日志。</translation>
    </message>
    <message>
        <source>Choose at the top how far back the figures are to reach.</source>
        <translation>请在上方选择统计时段。</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>No figures yet.</source>
        <translation>尚无指标。</translation>
    </message>
    <message>
        <source>Ten busiest points</source>
        <translation>报警最多的十个点位</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>less</source>
        <translation>减少</translation>
    </message>
    <message>
        <source>with</source>
        <translation>措施</translation>
    </message>
</context>
<context>
    <name>PerformanceWords</name>
    <message>
        <source>Alarm performance</source>
        <translation>报警绩效</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>robust</source>
        <translation>从容</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>平稳</translation>
    </message>
    <message>
        <source>reactive</source>
        <translation>被动应付</translation>
    </message>
    <message>
        <source>overloaded</source>
        <translation>超负荷</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>As you set it</source>
        <translation>按您的设置</translation>
    </message>
    <message>
        <source>A fire waits for nothing: no delay is ever proposed. Look at the detector.</source>
        <translation>火警从不延时，因此不作建议。请检查探测器。</translation>
    </message>
    <message>
        <source>A link, a camera or a silent device: no limit or delay of ours applies.</source>
        <translation>链路、摄像机或失联设备：没有可调整的限值或延时。</translation>
    </message>
    <message>
        <source>Nothing it measured in this time is kept: nothing can be replayed.</source>
        <translation>此时段没有保存测量数据，无法重演。</translation>
    </message>
    <message>
        <source>The samples do not show what was recorded: nothing can be said.</source>
        <translation>测量数据与记录不符，无法判断。</translation>
    </message>
    <message>
        <source>What would help keeps alarms away altogether, and no real alarm is there to show that none would be missed: see what was tried, and decide.</source>
        <translation>有效方案会使报警不再出现，而此时段没有真实报警可证明不会漏报：请查看已试方案，由人决定。</translation>
    </message>
    <message>
        <source>Whatever would help would have kept a real alarm away.</source>
        <translation>凡有效的方案都会漏掉真实报警。</translation>
    </message>
    <message>
        <source>No deadband or delay takes away a fifth of the calls.</source>
        <translation>任何回差或延时都无法减少五分之一的报警。</translation>
    </message>
    <message>
        <source>fire: look at the detector</source>
        <translation>火警：请检查探测器</translation>
    </message>
    <message>
        <source>no rule of ours</source>
        <translation>无可调规则</translation>
    </message>
    <message>
        <source>no samples</source>
        <translation>无测量数据</translation>
    </message>
    <message>
        <source>samples differ</source>
        <translation>数据与记录不符</translation>
    </message>
    <message>
        <source>not proven: see there</source>
        <translation>未证实：见详情</translation>
    </message>
    <message>
        <source>would miss a real one</source>
        <translation>会漏掉真实报警</translation>
    </message>
    <message>
        <source>nothing helps</source>
        <translation>无有效方案</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>deadband</source>
        <translation>回差</translation>
    </message>
    <message>
        <source>off-delay</source>
        <translation>恢复延时</translation>
    </message>
    <message>
        <source>on-delay</source>
        <translation>报警延时</translation>
    </message>
    <message>
        <source>deadband %1, on-delay %2 s, off-delay %3 s</source>
        <translation>回差 %1，报警延时 %2 秒，恢复延时 %3 秒</translation>
    </message>
    <message>
        <source>Calls that would vanish: %1 of %2; of these, into an alarm that still stands: %3</source>
        <translation>%2 次报警中将消失 %1 次，其中 %3 次并入仍在持续的报警</translation>
    </message>
    <message>
        <source>No real alarm of this rule in this time: nothing shows that none would be missed.</source>
        <translation>此时段内本规则没有真实报警：无法证明不会漏报。</translation>
    </message>
    <message>
        <source>%1 of %2 real alarms would be MISSED.</source>
        <translation>%2 条真实报警中将漏报 %1 条！</translation>
    </message>
    <message>
        <source>Of %2 real alarms none would be missed, %1 would come up to %3 later.</source>
        <translation>%2 条真实报警无漏报，%1 条最多晚 %3。</translation>
    </message>
    <message>
        <source>Of %2 real alarms none would be missed and none late.</source>
        <translation>%2 条真实报警无漏报、无延迟。</translation>
    </message>
    <message>
        <source>The one real alarm would be MISSED.</source>
        <translation>仅有的1条真实报警将被漏报！</translation>
    </message>
    <message>
        <source>The one real alarm would not be missed, but come up to %3 later.</source>
        <translation>仅有的1条真实报警不会漏报，但最多晚 %3。</translation>
    </message>
    <message>
        <source>The one real alarm would neither be missed nor late.</source>
        <translation>仅有的1条真实报警无漏报、无延迟。</translation>
    </message>
    <message>
        <source>%1 vanish, %2 missed, %3 late</source>
        <translation>消失 %1，漏报 %2，延迟 %3</translation>
    </message>
    <message>
        <source>%1 of them would have come into an alarm that stood already.</source>
        <translation>其中 %1 条将并入已在持续的报警。</translation>
    </message>
    <message>
        <source>Journal or history cannot be read.</source>
        <translation>无法读取日志或历史数据。</translation>
    </message>
    <message>
        <source>config.toml or the site folder has a mistake.</source>
        <translation>config.toml 或现场文件夹有错误。</translation>
    </message>
    <message>
        <source>The work ended without an answer: see the log.</source>
        <translation>计算中断且没有结果：请查看日志。</translation>
    </message>
    <message>
        <source>This console cannot work it out.</source>
        <translation>本控制台无法计算。</translation>
    </message>
    <message>
        <source>First the figures, then a replay.</source>
        <translation>请先统计指标，再重演。</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
</context>
<context>
    <name>PhoneList</name>
    <message>
        <source>The phone wall is empty: no order, call or speech of this drill yet. Nothing leaves the room.</source>
        <translation>电话墙为空：本次演练尚无派令、来电或讲话。一切不出本室。</translation>
    </message>
</context>
<context>
    <name>PictureWords</name>
    <message>
        <source>all sessions in use</source>
        <translation>连接数已满</translation>
    </message>
    <message>
        <source>bad address</source>
        <translation>地址错误</translation>
    </message>
    <message>
        <source>no RTSP address</source>
        <translation>不是 RTSP 地址</translation>
    </message>
    <message>
        <source>refuses connections</source>
        <translation>拒绝连接</translation>
    </message>
    <message>
        <source>nobody answers</source>
        <translation>无人应答</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>answer not understood</source>
        <translation>应答无法识别</translation>
    </message>
    <message>
        <source>sent elsewhere again and again</source>
        <translation>被反复重定向</translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation>证书不受信任</translation>
    </message>
    <message>
        <source>no encrypted connection</source>
        <translation>无法加密连接</translation>
    </message>
    <message>
        <source>delayed by some seconds</source>
        <translation>延迟数秒</translation>
    </message>
    <message>
        <source>libvlc is missing</source>
        <translation>缺少 libvlc</translation>
    </message>
    <message>
        <source>certificate not looked at</source>
        <translation>未核验证书</translation>
    </message>
    <message>
        <source>password cannot be read</source>
        <translation>密码无法读取</translation>
    </message>
    <message>
        <source>program error, see the log</source>
        <translation>程序错误，见日志</translation>
    </message>
    <message>
        <source>no session opened</source>
        <translation>未建立会话</translation>
    </message>
    <message>
        <source>session forgotten</source>
        <translation>会话已失效</translation>
    </message>
    <message>
        <source>closed by the camera</source>
        <translation>摄像机关闭了连接</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>offers no video</source>
        <translation>不提供视频</translation>
    </message>
    <message>
        <source>codec</source>
        <translation>编码格式</translation>
    </message>
    <message>
        <source>multicast only</source>
        <translation>仅发组播</translation>
    </message>
    <message>
        <source>cannot be decoded</source>
        <translation>无法解码</translation>
    </message>
    <message>
        <source>nothing comes</source>
        <translation>没有数据</translation>
    </message>
    <message>
        <source>nothing received for %1 s</source>
        <translation>%1 秒未收到数据</translation>
    </message>
    <message>
        <source>%1 % of packets lost</source>
        <translation>丢包 %1 %</translation>
    </message>
    <message>
        <source>no key frame for %1 s</source>
        <translation>%1 秒无关键帧</translation>
    </message>
</context>
<context>
    <name>PlaceForm</name>
    <message>
        <source>Name (Chinese)</source>
        <translation>中文名称</translation>
    </message>
    <message>
        <source>Name (English)</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>楼层</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>测量内容</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>可见摄像机</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>The name its messages carry until its id is known</source>
        <translation>识别编号前消息中使用的名称</translation>
    </message>
    <message>
        <source>Sign and write</source>
        <translation>签署并写入</translation>
    </message>
    <message>
        <source>Into points.csv and bindings.csv; then the change of the site is shown</source>
        <translation>写入 points.csv 与 bindings.csv，随后显示园区变更</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
</context>
<context>
    <name>Placing</name>
    <message>
        <source>DRILL</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>%1 (not placed)</source>
        <translation>%1（未定位）</translation>
    </message>
    <message>
        <source>%1 is dark</source>
        <translation>%1 失联</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) lost with it</source>
        <translation>
            <numerusform>%n 个点位随之失联</numerusform>
        </translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>限值 %1</translation>
    </message>
    <message>
        <source>late by %1</source>
        <translation>延迟 %1</translation>
    </message>
    <message>
        <source>%1 times within %2</source>
        <translation>%2 内 %1 次</translation>
    </message>
</context>
<context>
    <name>PlacingSide</name>
    <message>
        <source>outdoors</source>
        <translation>室外</translation>
    </message>
    <message>
        <source>Click on the plan where it hangs; a building is entered by a click.</source>
        <translation>请在平面图上点击安装位置；点击建筑进入楼层。</translation>
    </message>
    <message>
        <source>%1 m east, %2 m north of the site's origin</source>
        <translation>园区原点以东 %1 m，以北 %2 m</translation>
    </message>
    <message>
        <source>Being written …</source>
        <translation>正在写入…</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>1 alarm</source>
        <translation>1条报警</translation>
    </message>
    <message>
        <source>%1 alarms</source>
        <translation>%1 条报警</translation>
    </message>
    <message>
        <source>1 floor</source>
        <translation>1层</translation>
    </message>
    <message>
        <source>%1 floors</source>
        <translation>%1层</translation>
    </message>
    <message>
        <source>%1 points · %2 cameras</source>
        <translation>%1 个点位 · %2 路摄像机</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>园区</translation>
    </message>
    <message>
        <source>follows the alarm</source>
        <translation>跟随报警</translation>
    </message>
    <message>
        <source>cameras</source>
        <translation>摄像机</translation>
    </message>
    <message>
        <source>detectors</source>
        <translation>探测器</translation>
    </message>
    <message>
        <source>hydrants</source>
        <translation>消火栓</translation>
    </message>
    <message>
        <source>units</source>
        <translation>应急力量</translation>
    </message>
    <message>
        <source>Plan: %1</source>
        <translation>平面图：%1</translation>
    </message>
    <message>
        <source>%1 · %2 m to %3</source>
        <translation>%1 · 距%3号 %2 m</translation>
    </message>
    <message>
        <source>last heard %1 ago</source>
        <translation>%1 前定位</translation>
    </message>
    <message>
        <source>at its station</source>
        <translation>在驻地</translation>
    </message>
    <message>
        <source>not heard yet</source>
        <translation>尚无信号</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>device or bridge lost</source>
        <translation>设备或网桥失联</translation>
    </message>
    <message>
        <source>silent for too long</source>
        <translation>静默过久</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>%1 · heard %2 ago</source>
        <translation>%1 · %2前收到</translation>
    </message>
    <message>
        <source>unit %1: %2</source>
        <translation>应急力量 %1：%2</translation>
    </message>
    <message>
        <source>camera %1: %2</source>
        <translation>摄像机 %1：%2</translation>
    </message>
    <message>
        <source>%1: ALARM %2</source>
        <translation>%1：报警 %2</translation>
    </message>
    <message>
        <source>%1: 1 open alarm, %3</source>
        <translation>%1：1条未结报警，%3</translation>
    </message>
    <message>
        <source>%1: %2 open alarms, the gravest %3</source>
        <translation>%1：%2条未结报警，最高为%3</translation>
    </message>
    <message>
        <source>N</source>
        <translation>北</translation>
    </message>
    <message>
        <source>dot: detector · fan: camera view · dashed: fire zone</source>
        <translation>圆点：探测器 · 扇形：摄像机视野 · 虚线：防火分区</translation>
    </message>
    <message>
        <source>Not placed on the plan · known: %1</source>
        <translation>图上未定位 · 已知：%1</translation>
    </message>
    <message>
        <source>Not placed on the plan</source>
        <translation>图上未定位</translation>
    </message>
    <message>
        <source>This alarm has no place on the plan</source>
        <translation>此报警在图上没有位置</translation>
    </message>
    <message>
        <source>On which floor it is, the site folder does not say</source>
        <translation>所在楼层：场所资料未注明</translation>
    </message>
    <message>
        <source>The walls of this floor are not drawn: lines of sight unknown</source>
        <translation>本层墙体未绘制：视线是否受阻未知</translation>
    </message>
    <message>
        <source>The site folder draws no buildings</source>
        <translation>场所资料中没有建筑</translation>
    </message>
</context>
<context>
    <name>PlayerPanel</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>录像</translation>
    </message>
    <message>
        <source>Clips (%1): %2</source>
        <translation>录像（%1）：%2</translation>
    </message>
    <message>
        <source>No snapshot: %1</source>
        <translation>未能截图：%1</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Clips of the chosen alarm</source>
        <translation>所选报警的录像</translation>
    </message>
    <message>
        <source>Place in the clip</source>
        <translation>录像位置</translation>
    </message>
    <message>
        <source>Recorded picture</source>
        <translation>录像画面</translation>
    </message>
</context>
<context>
    <name>PlayerWords</name>
    <message>
        <source>REPLAY</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>partly saved</source>
        <translation>部分已保存</translation>
    </message>
    <message>
        <source>no clip: %1</source>
        <translation>无录像：%1</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>being saved</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>recording, ready in %1 s</source>
        <translation>录制中，%1 秒后可看</translation>
    </message>
    <message>
        <source>the camera gave no pictures</source>
        <translation>摄像机无图像</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>the folder cannot be written</source>
        <translation>文件夹无法写入</translation>
    </message>
    <message>
        <source>the disk is too slow</source>
        <translation>磁盘太慢</translation>
    </message>
    <message>
        <source>the pictures cannot be used</source>
        <translation>图像无法使用</translation>
    </message>
    <message>
        <source>the program ended before</source>
        <translation>程序此前已结束</translation>
    </message>
    <message>
        <source>a bad name</source>
        <translation>名称无效</translation>
    </message>
    <message>
        <source>the site lost the camera</source>
        <translation>场所中已无此摄像机</translation>
    </message>
    <message>
        <source>nothing was heard of it</source>
        <translation>没有收到结果</translation>
    </message>
    <message>
        <source>libvlc is not installed: clips cannot be played here</source>
        <translation>未安装 libvlc：此处无法播放录像</translation>
    </message>
    <message>
        <source>This is not a clip of this console</source>
        <translation>这不是本控制台的录像</translation>
    </message>
    <message>
        <source>The file is gone</source>
        <translation>文件已不存在</translation>
    </message>
    <message>
        <source>The clip is still being recorded</source>
        <translation>录像仍在录制中</translation>
    </message>
    <message>
        <source>The file is not the one that was recorded: its SHA-256 is not the journal's</source>
        <translation>此文件不是当时录制的文件：SHA-256 与日志不符</translation>
    </message>
    <message>
        <source>The facts beside the file are missing</source>
        <translation>文件旁的说明缺失</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>文件无法读取</translation>
    </message>
    <message>
        <source>Nothing in the file can be decoded</source>
        <translation>文件内容无法解码</translation>
    </message>
    <message>
        <source>The player did not answer: open the clip again</source>
        <translation>播放器无响应：请重新打开录像</translation>
    </message>
    <message>
        <source>The clip stopped: open it again</source>
        <translation>录像已停止：请重新打开</translation>
    </message>
    <message>
        <source>The file is being checked</source>
        <translation>正在核对文件</translation>
    </message>
    <message>
        <source>Choose a fire alarm: its clips are listed here</source>
        <translation>请选择一条火警：其录像将列在此处</translation>
    </message>
    <message>
        <source>Choose a clip and press Enter</source>
        <translation>选择录像并按回车</translation>
    </message>
    <message>
        <source>This alarm has no clips</source>
        <translation>此报警没有录像</translation>
    </message>
</context>
<context>
    <name>PlotHead</name>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
</context>
<context>
    <name>PointPicker</name>
    <message>
        <source>name, place or kind of a measured point</source>
        <translation>测点的名称、地点或类型</translation>
    </message>
    <message>
        <source>No measured point is called so</source>
        <translation>没有这样的测点</translation>
    </message>
</context>
<context>
    <name>ProofControl</name>
    <message>
        <source>Test %1</source>
        <translation>测试 %1 个</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Tick all listed</source>
        <translation>全选列表</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Name or place</source>
        <translation>名称或位置</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>owed and due soon</source>
        <translation>欠验证和即将到期</translation>
    </message>
    <message>
        <source>proven</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>End the test</source>
        <translation>结束测试</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Proofs as CSV</source>
        <translation>验证记录 CSV</translation>
    </message>
</context>
<context>
    <name>ProofPage</name>
    <message>
        <source>No detector of this site has to be proven: see [proving] in the configuration.</source>
        <translation>本站点没有需要验证的探测器：见配置中的 [proving]。</translation>
    </message>
    <message>
        <source>No detector of this list is called so.</source>
        <translation>此列表中没有这个名称的探测器。</translation>
    </message>
    <message>
        <source>Every detector is proven or not yet due. The list “all” shows them.</source>
        <translation>所有探测器均已验证或尚未到期。“全部”列表中可查看。</translation>
    </message>
    <message>
        <source>No detector was proven yet.</source>
        <translation>尚无探测器通过验证。</translation>
    </message>
    <message>
        <source>Export the proofs</source>
        <translation>导出验证记录</translation>
    </message>
    <message>
        <source>Proof of the alarm paths</source>
        <translation>报警链路验证</translation>
    </message>
</context>
<context>
    <name>ProofWords</name>
    <message>
        <source>FAILED</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>OVERDUE</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>due soon</source>
        <translation>即将到期</translation>
    </message>
    <message>
        <source>proven</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>not proven yet</source>
        <translation>尚未验证</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1 前</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>proven %1 by %2, in %3</source>
        <translation>%1 由 %2 验证，用时 %3</translation>
    </message>
    <message>
        <source>no signal arrived</source>
        <translation>未收到信号</translation>
    </message>
    <message>
        <source>arrived, and nobody could see it</source>
        <translation>已收到，但无人能看到</translation>
    </message>
    <message>
        <source>did not answer</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>ARRIVED</source>
        <translation>已收到</translation>
    </message>
    <message>
        <source>PROVEN</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>%1 tests %2 detectors; their signals count as tests for another %3.</source>
        <translation>%1 正在测试 %2 个探测器；其信号在 %3 内按测试处理。</translation>
    </message>
    <message>
        <source>%1 proven, %2 failed, %3 still to come</source>
        <translation>已验证 %1，未通过 %2，待测 %3</translation>
    </message>
    <message>
        <source>%1 detectors to be proven: %2 owed, %3 due soon.</source>
        <translation>需验证的探测器 %1 个：欠验证 %2 个，即将到期 %3 个。</translation>
    </message>
    <message>
        <source>%1 tests already: one test at a time.</source>
        <translation>%1 正在测试：一次只能进行一项测试。</translation>
    </message>
    <message>
        <source>Tick the detectors first.</source>
        <translation>请先勾选探测器。</translation>
    </message>
    <message>
        <source>At most %1 detectors in one test.</source>
        <translation>一次测试最多 %1 个探测器。</translation>
    </message>
    <message>
        <source>This detector need not be proven.</source>
        <translation>该探测器无需验证。</translation>
    </message>
    <message>
        <source>A test takes from 1 to %1 minutes.</source>
        <translation>测试时长为 1 至 %1 分钟。</translation>
    </message>
    <message>
        <source>No test is on.</source>
        <translation>没有进行中的测试。</translation>
    </message>
    <message>
        <source>This detector is not under test.</source>
        <translation>该探测器不在测试中。</translation>
    </message>
    <message>
        <source>%1 is in alarm: it cannot be tested now.</source>
        <translation>%1 正在报警：现在不能测试。</translation>
    </message>
</context>
<context>
    <name>PtzJournalWords</name>
    <message>
        <source>%1 turns camera %2</source>
        <translation>%1 正在控制摄像机 %2 的云台</translation>
    </message>
    <message>
        <source>%1 has taken camera %2 from here</source>
        <translation>%1 已接管摄像机 %2 的云台</translation>
    </message>
    <message>
        <source>Camera %2 is not turned to %3 for the alarm: %1 turns it</source>
        <translation>摄像机 %2 未随报警转到 %3：%1 正在控制</translation>
    </message>
    <message>
        <source>Camera %2 turned to %3 for the alarm</source>
        <translation>摄像机 %2 已随报警转到 %3</translation>
    </message>
    <message>
        <source>Camera %2 is back home: the alarm is over</source>
        <translation>报警结束，摄像机 %2 已归位</translation>
    </message>
    <message>
        <source>%1 turned camera %2 to %3</source>
        <translation>%1 将摄像机 %2 转到 %3</translation>
    </message>
    <message>
        <source>%1 keeps where camera %2 looks as %3</source>
        <translation>%1 将摄像机 %2 的当前位置存为 %3</translation>
    </message>
    <message>
        <source>Camera %2 looks again where it did before the alarm</source>
        <translation>摄像机 %2 已转回报警前的位置</translation>
    </message>
    <message>
        <source>%1 sent camera %2 home</source>
        <translation>%1 将摄像机 %2 归位</translation>
    </message>
    <message>
        <source>%1 turned camera %2</source>
        <translation>%1 转动了摄像机 %2</translation>
    </message>
</context>
<context>
    <name>PtzMenu</name>
    <message>
        <source>Turn this camera</source>
        <translation>控制此云台</translation>
    </message>
    <message>
        <source>Home position</source>
        <translation>归位</translation>
    </message>
    <message>
        <source>Keep what it shows now as</source>
        <translation>将当前画面存为预置位</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>释放控制</translation>
    </message>
</context>
<context>
    <name>PtzSaid</name>
    <message>
        <source>PTZ %1</source>
        <translation>云台 %1</translation>
    </message>
    <message>
        <source>PTZ ←↑→↓ + −</source>
        <translation>云台 ←↑→↓ + −</translation>
    </message>
    <message>
        <source>PTZ in use by %1</source>
        <translation>云台由 %1 使用中</translation>
    </message>
    <message>
        <source>Preset %1 waits: in use by %2</source>
        <translation>预置位 %1 等待中：%2 正在使用</translation>
    </message>
    <message>
        <source>PTZ: no control address</source>
        <translation>云台：没有控制地址</translation>
    </message>
    <message>
        <source>PTZ: cannot be reached</source>
        <translation>云台：无法连接</translation>
    </message>
    <message>
        <source>PTZ: no answer</source>
        <translation>云台：没有应答</translation>
    </message>
    <message>
        <source>PTZ: wrong password</source>
        <translation>云台：密码错误</translation>
    </message>
    <message>
        <source>PTZ: the camera refuses</source>
        <translation>云台：摄像机拒绝</translation>
    </message>
    <message>
        <source>PTZ: it has no such preset</source>
        <translation>云台：没有此预置位</translation>
    </message>
    <message>
        <source>PTZ: it cannot do this</source>
        <translation>云台：不支持此操作</translation>
    </message>
    <message>
        <source>PTZ: its answer makes no sense</source>
        <translation>云台：应答无法识别</translation>
    </message>
    <message>
        <source>PTZ: its password cannot be read</source>
        <translation>云台：无法读取密码</translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <source>nearest free</source>
        <translation>最近待命</translation>
    </message>
    <message>
        <source>position %2 ago</source>
        <translation>定位 %2 前</translation>
    </message>
    <message>
        <source>from its station</source>
        <translation>自驻地</translation>
    </message>
    <message>
        <source>has %1</source>
        <translation>具备%1</translation>
    </message>
    <message>
        <source>at incident %3</source>
        <translation>在事件 %3</translation>
    </message>
    <message>
        <source>no answer %2</source>
        <translation>未应答 %2</translation>
    </message>
    <message>
        <source>lacks %1</source>
        <translation>缺%1技能</translation>
    </message>
    <message>
        <source>has declined</source>
        <translation>已拒单</translation>
    </message>
    <message>
        <source>on its way back</source>
        <translation>返回途中</translation>
    </message>
    <message>
        <source>out of service</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>no position</source>
        <translation>无位置</translation>
    </message>
    <message>
        <source>none of the skills</source>
        <translation>不具备所需技能</translation>
    </message>
    <message>
        <source>sent already</source>
        <translation>已派出</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>line of sight unknown</source>
        <translation>视线未知</translation>
    </message>
    <message>
        <source>No camera covers this detector</source>
        <translation>没有摄像机覆盖此探测器</translation>
    </message>
    <message>
        <source>Every camera of this detector is offline</source>
        <translation>此探测器的摄像机全部离线</translation>
    </message>
    <message>
        <source>Every camera of this detector is offline: %1</source>
        <translation>此探测器的摄像机全部离线：%1</translation>
    </message>
    <message>
        <source>offline, would be: %1</source>
        <translation>离线，原为：%1</translation>
    </message>
    <message>
        <source>turn %1°</source>
        <translation>转动 %1°</translation>
    </message>
    <message>
        <source>floor %1</source>
        <translation>楼层 %1</translation>
    </message>
    <message>
        <source>stair, floor %1</source>
        <translation>楼梯，楼层 %1</translation>
    </message>
    <message>
        <source>floor not known</source>
        <translation>楼层不明</translation>
    </message>
    <message>
        <source>too far to count</source>
        <translation>距离过远</translation>
    </message>
    <message>
        <source>wall between</source>
        <translation>有墙遮挡</translation>
    </message>
    <message>
        <source>beyond its range</source>
        <translation>超出可视距离</translation>
    </message>
    <message>
        <source>looks elsewhere</source>
        <translation>朝向他处</translation>
    </message>
    <message>
        <source>beyond its pan limits</source>
        <translation>超出云台范围</translation>
    </message>
    <message>
        <source>right above</source>
        <translation>正上方</translation>
    </message>
    <message>
        <source>detector not on the plan</source>
        <translation>探测器未上图</translation>
    </message>
    <message>
        <source>camera not on the plan</source>
        <translation>摄像机未上图</translation>
    </message>
</context>
<context>
    <name>Reminders</name>
    <message>
        <source>It is real, or counts as real, and has no incident: %1. F5 opens it and orders units.</source>
        <translation>属实或按属实处理，尚无事件：%1。按 F5 建立事件并派出力量。</translation>
    </message>
    <message>
        <source>The shelf ends at %1: %2</source>
        <translation>搁置于 %1 结束：%2</translation>
    </message>
    <message>
        <source>The test ends at %1: %2</source>
        <translation>测试于 %1 结束：%2</translation>
    </message>
    <message>
        <source>Back in service at %1: %2</source>
        <translation>于 %1 恢复使用：%2</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>另有 %1 条</translation>
    </message>
</context>
<context>
    <name>RemoteMenu</name>
    <message>
        <source>%1 onto tile</source>
        <translation>%1 投到画面</translation>
    </message>
    <message>
        <source>All that is shown here (%1 tiles)</source>
        <translation>这里显示的全部（%1 画面）</translation>
    </message>
    <message>
        <source>Its layout</source>
        <translation>对方布局</translation>
    </message>
    <message>
        <source>%1 tiles</source>
        <translation>%1 画面</translation>
    </message>
</context>
<context>
    <name>RemoteWords</name>
    <message>
        <source>Wall %1</source>
        <translation>电视墙 %1</translation>
    </message>
    <message>
        <source>%1 tiles</source>
        <translation>%1 画面</translation>
    </message>
    <message>
        <source>%3 wanted %1 on %2: refused (%4)</source>
        <translation>%3 想将 %1 投到 %2：已拒绝（%4）</translation>
    </message>
    <message>
        <source>%3 put %1 on %2</source>
        <translation>%3 将 %1 投到 %2</translation>
    </message>
    <message>
        <source>Shown on %2: %1</source>
        <translation>已在 %2 显示：%1</translation>
    </message>
    <message>
        <source>Not shown on %2: %1 (%4)</source>
        <translation>未在 %2 显示：%1（%4）</translation>
    </message>
    <message>
        <source>No answer, withdrawn from %2: %1</source>
        <translation>无应答，已从 %2 撤回：%1</translation>
    </message>
</context>
<context>
    <name>ResetLine</name>
    <message>
        <source>Reset: what was it?</source>
        <translation>复位：是什么原因？</translation>
    </message>
    <message>
        <source>A word about it</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Cause: as usual</source>
        <translation>原因：按惯例</translation>
    </message>
</context>
<context>
    <name>RestRows</name>
    <message>
        <source>Open</source>
        <translation>未结</translation>
    </message>
    <message>
        <source>No alarm is open.</source>
        <translation>没有未关闭的报警。</translation>
    </message>
    <message>
        <source>unacknowledged</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>verify and reset</source>
        <translation>核实并复位</translation>
    </message>
    <message>
        <source>source lost</source>
        <translation>来源中断</translation>
    </message>
    <message>
        <source>chattering, stale</source>
        <translation>抖动、长期未消除</translation>
    </message>
    <message numerus="yes">
        <source>%n not rationalised: nobody wrote down what to do</source>
        <translation>
            <numerusform>%n 条未合理化：没有处置指引</numerusform>
        </translation>
    </message>
    <message>
        <source>Messages refused</source>
        <translation>被拒报文</translation>
    </message>
    <message>
        <source>Every message since the start was understood.</source>
        <translation>启动以来的报文全部可识别。</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>剩余 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>可用 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Cameras not live</source>
        <translation>无实时画面的摄像机</translation>
    </message>
    <message>
        <source>Every camera shows a live picture.</source>
        <translation>所有摄像机画面正常。</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>Points not heard</source>
        <translation>未收到消息的点位</translation>
    </message>
    <message>
        <source>Every point was heard in its time.</source>
        <translation>所有点位均按时上报。</translation>
    </message>
    <message>
        <source>None is overdue; the others have not spoken since the start.</source>
        <translation>无超时点位；其余点位启动以来尚未上报。</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) lost with device or bridge</source>
        <translation>
            <numerusform>%n 个点位随设备或网桥失联</numerusform>
        </translation>
    </message>
    <message>
        <source>not heard since the start</source>
        <translation>启动后尚无读数</translation>
    </message>
    <message>
        <source>last message %1 ago</source>
        <translation>%1 前收到最近消息</translation>
    </message>
    <message>
        <source>Last acts</source>
        <translation>最近操作</translation>
    </message>
    <message>
        <source>Nobody has acted since the start.</source>
        <translation>启动以来尚无操作。</translation>
    </message>
    <message>
        <source>%1 acknowledged it</source>
        <translation>%1 已确认</translation>
    </message>
    <message>
        <source>%1 reset it</source>
        <translation>%1 已复位</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 条</translation>
    </message>
</context>
<context>
    <name>ResultExport</name>
    <message>
        <source>Export the result</source>
        <translation>导出结果</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>报警</translation>
    </message>
</context>
<context>
    <name>RewindBar</name>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>One picture back (,)</source>
        <translation>后退一帧（,）</translation>
    </message>
    <message>
        <source>One picture on (.)</source>
        <translation>前进一帧（.）</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>放慢</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>加快</translation>
    </message>
    <message>
        <source>As fast as it was</source>
        <translation>原速</translation>
    </message>
    <message>
        <source>From (I)</source>
        <translation>起点 (I)</translation>
    </message>
    <message>
        <source>The clip begins here</source>
        <translation>录像从这里开始</translation>
    </message>
    <message>
        <source>To (O)</source>
        <translation>终点 (O)</translation>
    </message>
    <message>
        <source>The clip ends here</source>
        <translation>录像到这里结束</translation>
    </message>
    <message>
        <source>Keep clip (K)</source>
        <translation>保存录像 (K)</translation>
    </message>
    <message>
        <source>Keep what lies between the marks as a clip</source>
        <translation>把起点与终点之间保存为录像</translation>
    </message>
    <message>
        <source>Snapshot (S)</source>
        <translation>截图（S）</translation>
    </message>
    <message>
        <source>Keep this picture as a file</source>
        <translation>把这幅画面保存为文件</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>一起回放</translation>
    </message>
    <message>
        <source>All pictures at the same moment (Shift+Space)</source>
        <translation>所有画面同一时刻 (Shift+空格)</translation>
    </message>
    <message>
        <source>Live (Esc)</source>
        <translation>实时 (Esc)</translation>
    </message>
    <message>
        <source>Back to what is now</source>
        <translation>回到现在</translation>
    </message>
    <message>
        <source>Instant replay</source>
        <translation>即时回放</translation>
    </message>
</context>
<context>
    <name>RewindJournalWords</name>
    <message>
        <source>%1 looks back at %2</source>
        <translation>%1 回看 %2</translation>
    </message>
    <message>
        <source>Replay of %2 is over</source>
        <translation>%2 的回看已结束</translation>
    </message>
    <message>
        <source>%1 kept a replay of %2</source>
        <translation>%1 保存了 %2 的回看</translation>
    </message>
</context>
<context>
    <name>RewindWords</name>
    <message>
        <source>key frames only</source>
        <translation>仅关键帧</translation>
    </message>
    <message>
        <source>not kept ready</source>
        <translation>未常连</translation>
    </message>
    <message>
        <source>no sub-stream</source>
        <translation>无子码流</translation>
    </message>
    <message>
        <source>no room in memory</source>
        <translation>内存放不下</translation>
    </message>
    <message>
        <source>room for %1 s</source>
        <translation>只放得下 %1 秒</translation>
    </message>
    <message>
        <source>connected only since then</source>
        <translation>此时才连上</translation>
    </message>
    <message>
        <source>nothing is kept of it</source>
        <translation>不保存它的画面</translation>
    </message>
    <message>
        <source>Live again: nobody touched the replay for two minutes</source>
        <translation>已回到实时：回放两分钟无人操作</translation>
    </message>
    <message>
        <source>Live again: the tile shows another camera</source>
        <translation>已回到实时：该画面换了摄像机</translation>
    </message>
    <message>
        <source>Replay over: the video process ended, its memory is gone</source>
        <translation>回放结束：视频进程已退出，内存中的画面没有了</translation>
    </message>
    <message>
        <source>Memory has no picture of this camera</source>
        <translation>内存中没有这台摄像机的画面</translation>
    </message>
    <message>
        <source>No replay: the video process does not answer</source>
        <translation>无法回放：视频进程没有应答</translation>
    </message>
    <message>
        <source>Memory %1 of %2 MB</source>
        <translation>内存 %1 / %2 MB</translation>
    </message>
    <message>
        <source>%1 s held</source>
        <translation>存有 %1 秒</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) being saved</source>
        <translation>
            <numerusform>正在保存 %n 段录像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) saved</source>
        <translation>
            <numerusform>已保存 %n 段录像</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>未保存：%1</translation>
    </message>
    <message>
        <source>Memory has no picture of this moment</source>
        <translation>内存中没有这一时刻的画面</translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n 支力量</numerusform>
        </translation>
    </message>
    <message>
        <source>no answer %1</source>
        <translation>未应答 %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>by voice</source>
        <translation>口头报告</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>dispatched at +%1</source>
        <translation>派单于 +%1</translation>
    </message>
    <message>
        <source>position %1 ago</source>
        <translation>定位 %1 前</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <translation>待命 %1 / %2</translation>
    </message>
    <message>
        <source>leaves %1</source>
        <translation>撤离 %1</translation>
    </message>
    <message>
        <source>straight line</source>
        <translation>直线距离</translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n 支未列</numerusform>
        </translation>
    </message>
    <message>
        <source>A part of the console itself: no unit can help. The engineer on duty or IT is responsible.</source>
        <translation>控制台自身的部件：任何力量都帮不上。由值班工程师或信息技术人员负责。</translation>
    </message>
    <message>
        <source>Nobody else can be sent. %1</source>
        <translation>已无其他力量可派。%1</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>printed %1, %2</source>
        <translation>打印于 %1，%2</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Not saved: %1 (%2)</source>
        <translation>未保存：%1（%2）</translation>
    </message>
</context>
<context>
    <name>Scene</name>
    <message>
        <source>reading the history…</source>
        <translation>正在读取历史数据…</translation>
    </message>
    <message>
        <source>The history cannot be read: what is older than memory is missing</source>
        <translation>历史数据无法读取：缺少内存之前的数据</translation>
    </message>
    <message>
        <source>dotted: the day before</source>
        <translation>点线：前一天</translation>
    </message>
</context>
<context>
    <name>ScreenWords</name>
    <message>
        <source>no window</source>
        <translation>无窗口</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Wall %1</source>
        <translation>电视墙 %1</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Screen %1 is gone: its window is here until it is back</source>
        <translation>屏幕 %1 已断开：其窗口暂移至此，恢复后移回</translation>
    </message>
    <message>
        <source>Screen %1 is gone: %2 is parked</source>
        <translation>屏幕 %1 已断开：%2 已暂存</translation>
    </message>
    <message>
        <source>Windows cannot be placed on several screens in a Wayland session: choose an X11 session</source>
        <translation>Wayland 会话下无法在多个屏幕上放置窗口：请选择 X11 会话</translation>
    </message>
    <message>
        <source>Press Ctrl+Shift+Q once more to end Watchroom</source>
        <translation>再按一次 Ctrl+Shift+Q 退出程序</translation>
    </message>
    <message>
        <source>This window always needs a screen: give another one its role first</source>
        <translation>此窗口必须有屏幕：请先把它的角色交给另一屏幕</translation>
    </message>
    <message>
        <source>This screen is not connected</source>
        <translation>该屏幕未连接</translation>
    </message>
    <message>
        <source>Between 0.3 and 50 metres</source>
        <translation>0.3 至 50 米</translation>
    </message>
</context>
<context>
    <name>ScreensPanel</name>
    <message>
        <source>Screens</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>Done  Ctrl+I</source>
        <translation>完成  Ctrl+I</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Farthest reader</source>
        <translation>最远观看者</translation>
    </message>
</context>
<context>
    <name>ShiftWords</name>
    <message>
        <source>%1 tests %2 detectors</source>
        <translation>%1 测试 %2 个探测器</translation>
    </message>
    <message>
        <source>Test of detectors ended %1</source>
        <translation>探测器测试结束 %1</translation>
    </message>
    <message>
        <source>Alarm path proven: %1</source>
        <translation>报警链路已验证：%1</translation>
    </message>
    <message>
        <source>Alarm path NOT proven: %1</source>
        <translation>报警链路未通过验证：%1</translation>
    </message>
    <message>
        <source>%1 hands over %2</source>
        <translation>%1 交班，%2</translation>
    </message>
    <message>
        <source>%1 took over from %2</source>
        <translation>%1 从 %2 接班</translation>
    </message>
    <message>
        <source>%1 put the change of shift off</source>
        <translation>%1 暂缓交接班</translation>
    </message>
    <message>
        <source>%1 is gone: %2 alarms are nobody's</source>
        <translation>%1 已离开：%2 条报警无人负责</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
</context>
<context>
    <name>SiteChange</name>
    <message>
        <source>Apply  Ctrl+R</source>
        <translation>应用  Ctrl+R</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>SiteWords</name>
    <message>
        <source>Reading the site folder …</source>
        <translation>正在读取园区文件夹…</translation>
    </message>
    <message numerus="yes">
        <source>The site folder has %n error(s). The site goes on as it was.</source>
        <translation>
            <numerusform>园区文件夹有 %n 处错误，继续使用原园区。</numerusform>
        </translation>
    </message>
    <message>
        <source>The site has changed: %1 added, %2 removed, %3 changed</source>
        <translation>园区有变更：新增 %1，移除 %2，修改 %3</translation>
    </message>
    <message>
        <source>%4 applied the site: %1 added, %2 removed, %3 changed</source>
        <translation>%4 已应用园区变更：新增 %1，移除 %2，修改 %3</translation>
    </message>
    <message>
        <source>The site folder says nothing new</source>
        <translation>园区文件夹没有变更</translation>
    </message>
    <message>
        <source>The site folder cannot be used</source>
        <translation>园区文件夹无法使用</translation>
    </message>
    <message>
        <source>%1 discarded the change of the site</source>
        <translation>%1 已放弃园区变更</translation>
    </message>
    <message>
        <source>The site folder has changed</source>
        <translation>园区文件夹有变更</translation>
    </message>
    <message>
        <source>New device, not placed: %1</source>
        <translation>新设备，未定位：%1</translation>
    </message>
    <message>
        <source>More is known of the new device %1</source>
        <translation>新设备 %1 有更多信息</translation>
    </message>
    <message>
        <source>The new device %1 is gone</source>
        <translation>新设备 %1 已移除</translation>
    </message>
    <message>
        <source>The new device %1 is back</source>
        <translation>新设备 %1 已恢复</translation>
    </message>
    <message>
        <source>The id of the new device %1 is known</source>
        <translation>新设备 %1 的编号已确认</translation>
    </message>
    <message>
        <source>%2 rejected the new device %1: %3</source>
        <translation>%2 拒绝了新设备 %1：%3</translation>
    </message>
    <message>
        <source>%2 brought the new device %1 back</source>
        <translation>%2 恢复了新设备 %1</translation>
    </message>
    <message>
        <source>%2 signed the place of %1</source>
        <translation>%2 签署了 %1 的位置</translation>
    </message>
    <message>
        <source>%1 has its place at the site</source>
        <translation>%1 已在园区定位</translation>
    </message>
    <message>
        <source>%1 could not be written into the site folder: %3</source>
        <translation>%1 无法写入园区文件夹：%3</translation>
    </message>
    <message>
        <source>Another console decided about %1 first</source>
        <translation>另一席位已先对 %1 作出决定</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>摄像机</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点位</translation>
    </message>
    <message>
        <source>Bindings</source>
        <translation>绑定</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>建筑</translation>
    </message>
    <message>
        <source>Floors</source>
        <translation>楼层</translation>
    </message>
    <message>
        <source>Walls</source>
        <translation>墙体</translation>
    </message>
    <message>
        <source>Doors</source>
        <translation>门</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>场地</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>处置指引</translation>
    </message>
    <message>
        <source>Talk groups</source>
        <translation>通话组</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>应急力量</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>力量调派方案</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>Sparks</name>
    <message>
        <source>Trend −10 to +5 min</source>
        <translation>趋势 −10 至 +5 分钟</translation>
    </message>
</context>
<context>
    <name>Speaker</name>
    <message numerus="yes">
        <source>%n more fire alarm(s)</source>
        <translation>
            <numerusform>另有 %n 条火警</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more alarm(s)</source>
        <translation>
            <numerusform>另有 %n 条报警</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Spoke</name>
    <message>
        <source>R plays last</source>
        <translation>R 重听</translation>
    </message>
    <message>
        <source>Nobody has spoken yet.</source>
        <translation>还没有人讲话。</translation>
    </message>
    <message>
        <source>You hear nobody you speak to</source>
        <translation>讲话时听不到对方</translation>
    </message>
    <message>
        <source>Sandbox: not on the air</source>
        <translation>演练沙箱：不对外发话</translation>
    </message>
    <message>
        <source>Who spoke</source>
        <translation>通话记录</translation>
    </message>
</context>
<context>
    <name>StandIn</name>
    <message>
        <source>Consent</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>%1 stands in for another %2 min, by %3</source>
        <translation>%1 代理值班长，还剩 %2 分钟（%3 授权）</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Stands in for the supervisor</source>
        <translation>代理值班长</translation>
    </message>
    <message>
        <source>A supervisor consents here:</source>
        <translation>由值班长在此授权：</translation>
    </message>
    <message>
        <source>Who stands in</source>
        <translation>谁代理</translation>
    </message>
</context>
<context>
    <name>StartForm</name>
    <message>
        <source>Scenario</source>
        <translation>想定</translation>
    </message>
    <message>
        <source>Controller</source>
        <translation>导调员</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Start the drill (hold 1 s)</source>
        <translation>开始演练（按住 1 秒）</translation>
    </message>
</context>
<context>
    <name>StoryWords</name>
    <message>
        <source>On a screen: %1</source>
        <translation>已在屏幕显示：%1</translation>
    </message>
    <message>
        <source>To be seen again: %1</source>
        <translation>需重新确认：%1</translation>
    </message>
    <message>
        <source>Looked into: %1</source>
        <translation>已核实：%1</translation>
    </message>
    <message>
        <source>Not looked into in time, counts as real: %1</source>
        <translation>核实超时，按真实处理：%1</translation>
    </message>
    <message>
        <source>Pre-alarm became a fire alarm: %1</source>
        <translation>预警升级为火警：%1</translation>
    </message>
    <message>
        <source>Graver, a fire near it: %1</source>
        <translation>附近有火情，已升级：%1</translation>
    </message>
    <message>
        <source>As grave as before: %1</source>
        <translation>恢复原级别：%1</translation>
    </message>
    <message>
        <source>Nobody acknowledges: %1</source>
        <translation>无人确认：%1</translation>
    </message>
    <message>
        <source>Shelved: %1</source>
        <translation>已搁置：%1</translation>
    </message>
    <message>
        <source>Off the shelf: %1</source>
        <translation>已取消搁置：%1</translation>
    </message>
    <message>
        <source>Taken over: %1</source>
        <translation>已接手：%1</translation>
    </message>
    <message>
        <source>Nobody owns it: %1</source>
        <translation>无人负责：%1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Alarm flood: more than 10 in 10 minutes</source>
        <translation>报警洪泛：10 分钟内超过 10 条</translation>
    </message>
    <message>
        <source>Alarm flood over after %1</source>
        <translation>报警洪泛结束，历时 %1</translation>
    </message>
    <message>
        <source>Out of service: %1</source>
        <translation>停用：%1</translation>
    </message>
    <message>
        <source>Back in service: %1</source>
        <translation>恢复使用：%1</translation>
    </message>
    <message>
        <source>On test: %1</source>
        <translation>测试：%1</translation>
    </message>
    <message>
        <source>Test ended: %1</source>
        <translation>测试结束：%1</translation>
    </message>
</context>
<context>
    <name>StudyRows</name>
    <message>
        <source>%1 calls, %2 in a chatter, %3 fleeting; half of them stood for less than %4</source>
        <translation>报警 %1 次，其中抖动 %2 次、瞬时 %3 次；半数持续不到 %4</translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>规则 %1</translation>
    </message>
    <message>
        <source>Nothing proposed</source>
        <translation>不作建议</translation>
    </message>
    <message>
        <source>Calls that remain would come up to %1 later.</source>
        <translation>保留的报警最多晚 %1。</translation>
    </message>
    <message>
        <source>MISSED</source>
        <translation>漏报</translation>
    </message>
    <message>
        <source>How far it can be trusted</source>
        <translation>可信程度</translation>
    </message>
    <message>
        <source>%1 recorded, %2 replayed</source>
        <translation>记录 %1 次，重演 %2 次</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>%1 replayed of %2 under this rule</source>
        <translation>本规则下 %2 个点位，重演 %1 个</translation>
    </message>
    <message>
        <source>points</source>
        <translation>点位</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>测量数据</translation>
    </message>
    <message>
        <source>For config.toml</source>
        <translation>写入 config.toml</translation>
    </message>
    <message>
        <source>only shown</source>
        <translation>仅供参考</translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation>已试方案</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Would vanish</source>
        <translation>将消失</translation>
    </message>
    <message>
        <source>stood %1</source>
        <translation>持续 %1</translation>
    </message>
    <message>
        <source>an alarm stands already</source>
        <translation>已有报警在持续</translation>
    </message>
    <message>
        <source>nobody would be called</source>
        <translation>不再报警</translation>
    </message>
</context>
<context>
    <name>SupervisorCall</name>
    <message>
        <source>%1 more</source>
        <translation>另有 %1 条</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>A supervisor is called.</source>
        <translation>已呼叫值班长。</translation>
    </message>
    <message>
        <source>You are called as supervisor.</source>
        <translation>呼叫您：值班长。</translation>
    </message>
    <message>
        <source>A supervisor is called, and none is signed in: fetch one.</source>
        <translation>已呼叫值班长，但无人登录：请去请一位。</translation>
    </message>
    <message>
        <source>The supervisor is called (%1).</source>
        <translation>已呼叫值班长（%1）。</translation>
    </message>
    <message>
        <source>Nobody acknowledges: %1</source>
        <translation>无人确认：%1</translation>
    </message>
    <message>
        <source>Nobody said in time whether it is real: %1</source>
        <translation>未及时核实真假：%1</translation>
    </message>
</context>
<context>
    <name>SurfaceTiles</name>
    <message>
        <source>no camera</source>
        <translation>无摄像机</translation>
    </message>
    <message>
        <source>No further alarm</source>
        <translation>无其他报警</translation>
    </message>
    <message>
        <source>No further camera</source>
        <translation>无其他摄像机</translation>
    </message>
</context>
<context>
    <name>TalkButton</name>
    <message>
        <source>hold F12</source>
        <translation>按住 F12</translation>
    </message>
    <message>
        <source>left · latched</source>
        <translation>剩余 · 已锁定</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>最长 %1</translation>
    </message>
</context>
<context>
    <name>TalkWords</name>
    <message>
        <source>NO TARGET</source>
        <translation>未选目标</translation>
    </message>
    <message>
        <source>NOT CONNECTED</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>OPENING</source>
        <translation>正在接通</translation>
    </message>
    <message>
        <source>TALK</source>
        <translation>按住讲话</translation>
    </message>
    <message>
        <source>ON AIR</source>
        <translation>正在通话</translation>
    </message>
    <message>
        <source>BUSY</source>
        <translation>占线</translation>
    </message>
    <message>
        <source>REFUSED</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>MIC LOST</source>
        <translation>话筒丢失</translation>
    </message>
    <message>
        <source>NO MICROPHONE</source>
        <translation>无话筒</translation>
    </message>
    <message>
        <source>choose a group</source>
        <translation>请选择通话组</translation>
    </message>
    <message>
        <source>nobody hears you yet</source>
        <translation>对方还听不到</translation>
    </message>
    <message>
        <source>you can only listen</source>
        <translation>只能收听</translation>
    </message>
    <message>
        <source>%1 of %2 hear you</source>
        <translation>%2 组中 %1 组能听到</translation>
    </message>
    <message>
        <source>press again to end</source>
        <translation>再按一次结束</translation>
    </message>
    <message>
        <source>speak now</source>
        <translation>请讲话</translation>
    </message>
    <message>
        <source>%1 of %2 ready</source>
        <translation>就绪 %1/%2</translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) ready</source>
        <translation>
            <numerusform>%n 个目标就绪</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a target first</source>
        <translation>请先选择目标</translation>
    </message>
    <message>
        <source>Not every target is in view</source>
        <translation>有目标未显示</translation>
    </message>
    <message>
        <source>No microphone</source>
        <translation>无话筒</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Not your role</source>
        <translation>角色无权</translation>
    </message>
    <message>
        <source>The voice server refuses</source>
        <translation>语音服务器拒绝</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>opening</source>
        <translation>接通中</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>on air</source>
        <translation>通话中</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>占线</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>listen only</source>
        <translation>只能收听</translation>
    </message>
    <message numerus="yes">
        <source>%n hear(s) you</source>
        <translation>
            <numerusform>%n 人在听</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody there</source>
        <translation>无人在线</translation>
    </message>
    <message>
        <source>not tried yet</source>
        <translation>尚未连接</translation>
    </message>
    <message>
        <source>nobody answers</source>
        <translation>无人应答</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>the server is silent</source>
        <translation>服务器无响应</translation>
    </message>
    <message>
        <source>not a voice server</source>
        <translation>不是语音服务器</translation>
    </message>
    <message>
        <source>no encrypted connection</source>
        <translation>无法加密连接</translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation>证书不受信任</translation>
    </message>
    <message>
        <source>the voice process ended</source>
        <translation>语音进程已退出</translation>
    </message>
    <message>
        <source>wrong password</source>
        <translation>密码错误</translation>
    </message>
    <message>
        <source>name in use</source>
        <translation>名称已被使用</translation>
    </message>
    <message>
        <source>name refused</source>
        <translation>名称被拒绝</translation>
    </message>
    <message>
        <source>server full</source>
        <translation>服务器已满</translation>
    </message>
    <message>
        <source>needs our certificate</source>
        <translation>需要本机证书</translation>
    </message>
    <message>
        <source>not admitted</source>
        <translation>不允许进入</translation>
    </message>
    <message>
        <source>sent away</source>
        <translation>被移出</translation>
    </message>
    <message>
        <source>password unreadable</source>
        <translation>密码无法读取</translation>
    </message>
    <message>
        <source>own certificate unreadable</source>
        <translation>本机证书无法读取</translation>
    </message>
    <message>
        <source>channel unknown</source>
        <translation>没有此频道</translation>
    </message>
    <message>
        <source>may not enter</source>
        <translation>无权进入</translation>
    </message>
    <message>
        <source>may not speak</source>
        <translation>无权讲话</translation>
    </message>
    <message>
        <source>muted by the server</source>
        <translation>被服务器静音</translation>
    </message>
    <message>
        <source>libopus is missing</source>
        <translation>缺少 libopus</translation>
    </message>
    <message>
        <source>the file is missing</source>
        <translation>文件丢失</translation>
    </message>
    <message>
        <source>cannot be played</source>
        <translation>无法播放</translation>
    </message>
    <message>
        <source>no loudspeaker</source>
        <translation>没有扬声器</translation>
    </message>
</context>
<context>
    <name>Targets</name>
    <message>
        <source>%1 more …</source>
        <translation>另有 %1 组…</translation>
    </message>
    <message>
        <source>%1 speaks</source>
        <translation>%1 讲话中</translation>
    </message>
    <message>
        <source>%1 of %2 on air</source>
        <translation>通话 %1/%2</translation>
    </message>
    <message>
        <source>%1 of %2 ready</source>
        <translation>就绪 %1/%2</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n 组</numerusform>
        </translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>非目标</translation>
    </message>
</context>
<context>
    <name>TimelineWords</name>
    <message>
        <source>console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>Alarm: %1</source>
        <translation>报警：%1</translation>
    </message>
    <message>
        <source>Acknowledged: %1</source>
        <translation>已确认：%1</translation>
    </message>
    <message>
        <source>Normal again: %1</source>
        <translation>恢复正常：%1</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>已复位：%1</translation>
    </message>
    <message>
        <source>Source lost: %1</source>
        <translation>信号中断：%1</translation>
    </message>
    <message>
        <source>Source back: %1</source>
        <translation>信号恢复：%1</translation>
    </message>
    <message>
        <source>all tiles</source>
        <translation>全部画面</translation>
    </message>
    <message>
        <source>Picture shown: %1</source>
        <translation>已显示画面：%1</translation>
    </message>
    <message>
        <source>Sent to the wall %2: %1</source>
        <translation>投送到电视墙 %2：%1</translation>
    </message>
    <message>
        <source>Clip kept: %1</source>
        <translation>已留存录像：%1</translation>
    </message>
    <message>
        <source>No clip: %1</source>
        <translation>未留存录像：%1</translation>
    </message>
    <message>
        <source>Clip played: %1</source>
        <translation>已回放录像：%1</translation>
    </message>
    <message>
        <source>Snapshot taken: %1</source>
        <translation>已抓图：%1</translation>
    </message>
    <message>
        <source>leaves %1</source>
        <translation>撤离 %1</translation>
    </message>
    <message>
        <source>Ordered to go: %1</source>
        <translation>已派单：%1</translation>
    </message>
    <message>
        <source>Order withdrawn: %1</source>
        <translation>派单已撤回：%1</translation>
    </message>
    <message>
        <source>Order sent: %1</source>
        <translation>派单已送达：%1</translation>
    </message>
    <message>
        <source>Nobody received the order: %1</source>
        <translation>派单无人接收：%1</translation>
    </message>
    <message>
        <source>Order never sent: %1</source>
        <translation>派单未能发出：%1</translation>
    </message>
    <message>
        <source>No answer: %1</source>
        <translation>未应答：%1</translation>
    </message>
    <message>
        <source>by voice</source>
        <translation>口头报告</translation>
    </message>
    <message>
        <source>Stood down: %1</source>
        <translation>已解除任务：%1</translation>
    </message>
    <message>
        <source>Incident opened: %1</source>
        <translation>已立案：%1</translation>
    </message>
    <message>
        <source>Alarm joined the incident</source>
        <translation>报警并入事件</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>已接手</translation>
    </message>
    <message>
        <source>Handed over to %1</source>
        <translation>已移交 %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>记事：%1</translation>
    </message>
    <message>
        <source>Incident closed</source>
        <translation>事件已办结</translation>
    </message>
    <message>
        <source>Clock stopped: %1</source>
        <translation>计时停止：%1</translation>
    </message>
    <message>
        <source>Time is up: %1</source>
        <translation>已超时：%1</translation>
    </message>
    <message>
        <source>Said to %1</source>
        <translation>对 %1 讲话</translation>
    </message>
    <message>
        <source>%2 on %1</source>
        <translation>%2 在 %1 讲话</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Previous clip</source>
        <translation>上一段录像</translation>
    </message>
    <message>
        <source>Next clip</source>
        <translation>下一段录像</translation>
    </message>
    <message>
        <source>One picture back (,)</source>
        <translation>后退一帧（,）</translation>
    </message>
    <message>
        <source>One picture on (.)</source>
        <translation>前进一帧（.）</translation>
    </message>
    <message>
        <source>%1 times as fast</source>
        <translation>%1 倍速</translation>
    </message>
    <message>
        <source>Snapshot (S)</source>
        <translation>截图（S）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
</context>
<context>
    <name>TrendBar</name>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>+ point</source>
        <translation>＋ 测点</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨日</translation>
    </message>
    <message>
        <source>The same hours of the day before, dotted (Y)</source>
        <translation>前一天的同一时段，点线（Y）</translation>
    </message>
    <message>
        <source>on the desk</source>
        <translation>放到席位</translation>
    </message>
    <message>
        <source>These points are what the left column shows at rest</source>
        <translation>平时左栏显示这些测点</translation>
    </message>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Values as CSV…</source>
        <translation>数值（CSV）…</translation>
    </message>
    <message>
        <source>Picture as PNG…</source>
        <translation>图片（PNG）…</translation>
    </message>
</context>
<context>
    <name>TrendPage</name>
    <message>
        <source>Nothing is measured near this alarm</source>
        <translation>此报警附近没有测点</translation>
    </message>
    <message>
        <source>The left column shows these points at rest from now on</source>
        <translation>从现在起，平时左栏显示这些测点</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>趋势曲线</translation>
    </message>
    <message>
        <source>No point is drawn. “+ point” finds one by name; F7 shows the chosen alarm's.</source>
        <translation>尚未选择测点。“＋ 测点”按名称查找；F7 显示所选报警处的测点。</translation>
    </message>
</context>
<context>
    <name>TrendPanel</name>
    <message>
        <source>Trends</source>
        <translation>趋势曲线</translation>
    </message>
    <message>
        <source>No point of this site measures a number.</source>
        <translation>本站点没有测量数值的点位。</translation>
    </message>
    <message>
        <source>the large one %1, others %2</source>
        <translation>大图 %1，其他 %2</translation>
    </message>
</context>
<context>
    <name>TrendWords</name>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>history cannot be read</source>
        <translation>历史数据无法读取</translation>
    </message>
    <message>
        <source>no data %1</source>
        <translation>无数据 %1</translation>
    </message>
    <message>
        <source>reading the history …</source>
        <translation>正在读取历史数据…</translation>
    </message>
    <message>
        <source>read %1 ago</source>
        <translation>%1 前读数</translation>
    </message>
    <message>
        <source>not heard yet</source>
        <translation>尚无信号</translation>
    </message>
    <message>
        <source>of the same device</source>
        <translation>同一设备</translation>
    </message>
    <message>
        <source>nearest in the zone</source>
        <translation>同防火分区最近</translation>
    </message>
    <message>
        <source>nearest on the floor</source>
        <translation>同楼层最近</translation>
    </message>
    <message>
        <source>nearest in the building</source>
        <translation>同楼最近</translation>
    </message>
    <message>
        <source>nearest on the site</source>
        <translation>园区内最近</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>nothing may be written there</source>
        <translation>该位置不可写入</translation>
    </message>
    <message>
        <source>the disk failed or the folder is gone</source>
        <translation>磁盘故障或文件夹不存在</translation>
    </message>
    <message>
        <source>this console writes no files</source>
        <translation>本控制台不写文件</translation>
    </message>
    <message>
        <source>your role does not allow this</source>
        <translation>您的角色无权执行此操作</translation>
    </message>
    <message>
        <source>the program failed on it</source>
        <translation>程序处理时出错</translation>
    </message>
    <message>
        <source>This point is shown already</source>
        <translation>该测点已显示</translation>
    </message>
    <message>
        <source>Four plots are full: remove a line first</source>
        <translation>四幅图已满：请先移除一条曲线</translation>
    </message>
</context>
<context>
    <name>TrialForm</name>
    <message>
        <source>deadband</source>
        <translation>回差</translation>
    </message>
    <message>
        <source>on-delay</source>
        <translation>报警延时</translation>
    </message>
    <message>
        <source>off-delay</source>
        <translation>恢复延时</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>重演</translation>
    </message>
    <message>
        <source>Replay with this setting</source>
        <translation>按此设置重演</translation>
    </message>
</context>
<context>
    <name>UnitWords</name>
    <message>
        <source>micro fire station</source>
        <translation>微型消防站</translation>
    </message>
    <message>
        <source>response squad</source>
        <translation>应急处置小分队</translation>
    </message>
    <message>
        <source>grid officer</source>
        <translation>网格员</translation>
    </message>
    <message>
        <source>property staff</source>
        <translation>物业人员</translation>
    </message>
    <message>
        <source>expert</source>
        <translation>专家</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>ordered</source>
        <translation>已派单</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>已拒单</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接单</translation>
    </message>
    <message>
        <source>en route</source>
        <translation>赶赴途中</translation>
    </message>
    <message>
        <source>on scene</source>
        <translation>已到场</translation>
    </message>
    <message>
        <source>returning</source>
        <translation>返回途中</translation>
    </message>
    <message>
        <source>out of service</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>order waits to be sent</source>
        <translation>派单待发</translation>
    </message>
    <message>
        <source>nobody received the order; trying again</source>
        <translation>派单无人接收，正在重发</translation>
    </message>
    <message>
        <source>order sent</source>
        <translation>派单已发</translation>
    </message>
    <message>
        <source>order never sent</source>
        <translation>派单未发出</translation>
    </message>
    <message>
        <source>fire</source>
        <translation>火灾</translation>
    </message>
    <message>
        <source>breathing apparatus</source>
        <translation>空气呼吸器</translation>
    </message>
    <message>
        <source>first aid</source>
        <translation>急救</translation>
    </message>
    <message>
        <source>evacuation</source>
        <translation>疏散</translation>
    </message>
    <message>
        <source>hazardous goods</source>
        <translation>危化品</translation>
    </message>
    <message>
        <source>battery fires</source>
        <translation>电池火灾</translation>
    </message>
    <message>
        <source>electrical</source>
        <translation>电气</translation>
    </message>
    <message>
        <source>water supply</source>
        <translation>供水</translation>
    </message>
    <message>
        <source>flood</source>
        <translation>防汛</translation>
    </message>
    <message>
        <source>traffic</source>
        <translation>交通</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>钥匙</translation>
    </message>
    <message>
        <source>body camera</source>
        <translation>单兵视频</translation>
    </message>
</context>
<context>
    <name>VerifyPanel</name>
    <message>
        <source>Verify: is it real?</source>
        <translation>核警：是否属实？</translation>
    </message>
    <message>
        <source>at 0:00 it counts as real; supervisor told</source>
        <translation>到 0:00 按属实处理，并通知值班长</translation>
    </message>
    <message>
        <source>at 0:00 it counts as real</source>
        <translation>到 0:00 按属实处理</translation>
    </message>
    <message>
        <source>Nobody verified in time</source>
        <translation>无人按时核警</translation>
    </message>
    <message>
        <source>it counts as real; supervisor told</source>
        <translation>按属实处理，已通知值班长</translation>
    </message>
</context>
<context>
    <name>WallBar</name>
    <message>
        <source>%1 tiles</source>
        <translation>%1 画面</translation>
    </message>
    <message>
        <source>Salvo: %1</source>
        <translation>画面组：%1</translation>
    </message>
    <message>
        <source>Salvos</source>
        <translation>画面组</translation>
    </message>
    <message>
        <source>Tours</source>
        <translation>轮巡</translation>
    </message>
    <message>
        <source>Send ▾</source>
        <translation>投送 ▾</translation>
    </message>
    <message>
        <source>Page back</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Page on</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Name, then Enter</source>
        <translation>输入名称后按回车</translation>
    </message>
    <message>
        <source>This panel</source>
        <translation>本面板</translation>
    </message>
    <message>
        <source>Wall %1</source>
        <translation>电视墙 %1</translation>
    </message>
    <message>
        <source>Keep as…</source>
        <translation>存为…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Keep these cameras as a tour…</source>
        <translation>把这些摄像机存为轮巡…</translation>
    </message>
    <message>
        <source>Keep all salvos as a tour…</source>
        <translation>把全部画面组存为轮巡…</translation>
    </message>
</context>
<context>
    <name>WallPanel</name>
    <message>
        <source>Camera wall</source>
        <translation>电视墙</translation>
    </message>
</context>
<context>
    <name>WallWindow</name>
    <message>
        <source>Watchroom %1, %2</source>
        <translation>Watchroom %1，%2</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>FIRE</source>
        <translation>火警</translation>
    </message>
    <message>
        <source>PRE-ALARM</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>SUPERVISORY</source>
        <translation>监管</translation>
    </message>
    <message>
        <source>TROUBLE</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>HAZARD</source>
        <translation>隐患</translation>
    </message>
    <message>
        <source>WARNING</source>
        <translation>外部预警</translation>
    </message>
    <message>
        <source>EVENT</source>
        <translation>趋势越限</translation>
    </message>
    <message>
        <source>FAULT</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>URGENT 1</source>
        <translation>紧急 1</translation>
    </message>
    <message>
        <source>HIGH 2</source>
        <translation>高 2</translation>
    </message>
    <message>
        <source>MED 3</source>
        <translation>中 3</translation>
    </message>
    <message>
        <source>LOW 4</source>
        <translation>低 4</translation>
    </message>
    <message>
        <source>unacknowledged</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>cleared, not seen</source>
        <translation>已恢复，未确认</translation>
    </message>
    <message>
        <source>verify and reset</source>
        <translation>核实并复位</translation>
    </message>
    <message>
        <source>source lost</source>
        <translation>来源中断</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <source>wrong password</source>
        <translation>密码错误</translation>
    </message>
    <message>
        <source>out of service</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>on test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>shelved</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>suppressed</source>
        <translation>屏蔽</translation>
    </message>
    <message>
        <source>unack</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>acked</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>未查看</translation>
    </message>
    <message>
        <source>to reset</source>
        <translation>待复位</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>out</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>not rationalised</source>
        <translation>未合理化</translation>
    </message>
    <message>
        <source>picture follows</source>
        <translation>画面即将出现</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>waiting for key frame</source>
        <translation>等待关键帧</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>no new picture</source>
        <translation>无新画面</translation>
    </message>
    <message>
        <source>no signal</source>
        <translation>无信号</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>unsupported codec</source>
        <translation>编码不支持</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>NOT LIVE</source>
        <translation>非实时</translation>
    </message>
    <message>
        <source>REPLAY</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>DELAYED</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>LATE</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>bound by site</source>
        <translation>人工绑定</translation>
    </message>
    <message>
        <source>sees it</source>
        <translation>可见</translation>
    </message>
    <message>
        <source>PTZ can turn</source>
        <translation>云台可转向</translation>
    </message>
    <message>
        <source>same fire zone</source>
        <translation>同防火分区</translation>
    </message>
    <message>
        <source>access door</source>
        <translation>出入口</translation>
    </message>
    <message>
        <source>same floor</source>
        <translation>同层</translation>
    </message>
    <message>
        <source>adjacent floor</source>
        <translation>相邻楼层</translation>
    </message>
    <message>
        <source>outside view</source>
        <translation>室外可见本楼</translation>
    </message>
    <message>
        <source>same site</source>
        <translation>同园区</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>Real</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>False</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>Test tone played: did you hear it?</source>
        <translation>测试音已播放：听到了吗？</translation>
    </message>
    <message>
        <source>Test cut short: an alarm came</source>
        <translation>测试中断：来了报警</translation>
    </message>
    <message>
        <source>No test while an alarm sounds</source>
        <translation>报警声响时不能测试</translation>
    </message>
    <message>
        <source>No sound: no loudspeaker</source>
        <translation>无声：没有扬声器</translation>
    </message>
    <message>
        <source>No sound: no answer</source>
        <translation>无声：没有回应</translation>
    </message>
    <message>
        <source>This position makes no sound</source>
        <translation>本席位不发声</translation>
    </message>
    <message>
        <source>Already acknowledged</source>
        <translation>已被确认</translation>
    </message>
    <message>
        <source>Acknowledge it first</source>
        <translation>请先确认</translation>
    </message>
    <message>
        <source>The detector still reports it</source>
        <translation>探测器仍在报警</translation>
    </message>
    <message>
        <source>The source is lost: its state is not known</source>
        <translation>信号源丢失，状态不明</translation>
    </message>
    <message>
        <source>Nothing to reset</source>
        <translation>无需复位</translation>
    </message>
    <message>
        <source>This alarm is closed</source>
        <translation>该报警已结束</translation>
    </message>
    <message>
        <source>Only a person can acknowledge</source>
        <translation>只能由人员确认</translation>
    </message>
    <message>
        <source>No change of the site is waiting</source>
        <translation>没有待应用的园区变更</translation>
    </message>
    <message>
        <source>A change of the site waits unseen: fires have its room</source>
        <translation>园区变更待确认但未显示：火警占用了其位置</translation>
    </message>
    <message>
        <source>This console has no site folder</source>
        <translation>此控制台没有园区文件夹</translation>
    </message>
    <message>
        <source>Only a person can reset</source>
        <translation>只能由人员复位</translation>
    </message>
    <message>
        <source>This screen is not there</source>
        <translation>没有这块屏幕</translation>
    </message>
    <message>
        <source>There is no such screen role</source>
        <translation>没有这种屏幕角色</translation>
    </message>
    <message>
        <source>The desk needs a screen</source>
        <translation>席位需要一块屏幕</translation>
    </message>
    <message>
        <source>The distance is out of range</source>
        <translation>距离超出范围</translation>
    </message>
    <message>
        <source>Type a camera number, or number*tile</source>
        <translation>请输入摄像机编号，或 编号*窗格</translation>
    </message>
    <message>
        <source>Choose a tile first</source>
        <translation>请先选择窗格</translation>
    </message>
    <message>
        <source>No camera has this number</source>
        <translation>没有此编号的摄像机</translation>
    </message>
    <message>
        <source>There is no such tile</source>
        <translation>没有这个窗格</translation>
    </message>
    <message>
        <source>There is no such wall</source>
        <translation>没有这面电视墙</translation>
    </message>
    <message>
        <source>The alarms fill this tile</source>
        <translation>此窗格由报警占用</translation>
    </message>
    <message>
        <source>This tile is empty</source>
        <translation>此窗格为空</translation>
    </message>
    <message>
        <source>There is no such layout</source>
        <translation>没有这种布局</translation>
    </message>
    <message>
        <source>Too much for this machine: once more shows it all the same</source>
        <translation>超出本机能力：再操作一次则照样显示</translation>
    </message>
    <message>
        <source>There is no such arrangement</source>
        <translation>没有这个画面组</translation>
    </message>
    <message>
        <source>There is no such tour</source>
        <translation>没有这个轮巡</translation>
    </message>
    <message>
        <source>There are no pictures to take</source>
        <translation>没有可截取的画面</translation>
    </message>
    <message>
        <source>This camera cannot be turned</source>
        <translation>此摄像机没有云台</translation>
    </message>
    <message>
        <source>Somebody else turns this camera</source>
        <translation>他人正在控制此云台</translation>
    </message>
    <message>
        <source>It has no such preset</source>
        <translation>没有此预置位</translation>
    </message>
    <message>
        <source>Give it a name of 1 to 40 characters</source>
        <translation>名称须为 1 至 40 个字符</translation>
    </message>
    <message>
        <source>This name is already used</source>
        <translation>此名称已被使用</translation>
    </message>
    <message>
        <source>A step may stand for 3 to 600 seconds</source>
        <translation>每步停留须为 3 至 600 秒</translation>
    </message>
    <message>
        <source>Nothing of this tour can be shown</source>
        <translation>此轮巡没有可显示的画面</translation>
    </message>
    <message>
        <source>This tour needs a whole wall</source>
        <translation>此轮巡需要整面电视墙</translation>
    </message>
    <message>
        <source>It shows nothing that could be taken</source>
        <translation>当前没有可用作参考的画面</translation>
    </message>
    <message>
        <source>No such wall is open there</source>
        <translation>那里没有打开这面电视墙</translation>
    </message>
    <message>
        <source>This is a wall of your own</source>
        <translation>这是本席位自己的电视墙</translation>
    </message>
    <message>
        <source>Somebody is using that tile</source>
        <translation>该画面有人正在使用</translation>
    </message>
    <message>
        <source>An alarm is shown there</source>
        <translation>那里正显示报警</translation>
    </message>
    <message>
        <source>It came too late</source>
        <translation>到达太晚</translation>
    </message>
</context>
</TS>
